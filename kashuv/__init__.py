"""Kashuv (קשוב, "attentive"): software for people who serve clients.

The house, from the roof down; each floor imports only from floors below it:

    config                          settings, addresses, the timetable
    desk · portal · api · cli       doors: strangers to each other
    transfer · demo                 guests of the flows
    flows                           whole stories, told once
    rooms                           nouns, thoughts and verbs of the domain, in one order
    foundation · language           the ground
"""
