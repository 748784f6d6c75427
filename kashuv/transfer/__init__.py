"""Transfer: what is brought into the house from files, and what is carried out of it."""
