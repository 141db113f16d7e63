"""What is shown elsewhere: in search engines, on other people's websites, on a wall, in a reader of news."""
