"""What a link to us looks like when somebody sends it: a title, a sentence, a picture that is drawn here."""
