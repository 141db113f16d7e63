"""What words mean, beside what they are: short texts as vectors, and which listings lie close to what was said.

Invariant: nothing that anybody types leaves this process or is kept; without the model's two files everything else
works as before, and says that it does.
"""
