"""What is on: any day and any week, narrowed, in order, from the rows of real dates (`cms.occurring`).

Invariant: works without JavaScript and without a cookie; every state is an address; only through `visible_to`.
"""
