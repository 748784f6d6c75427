"""Post: how letters travel. The raw bytes, once; the letter as it came; what brought it, and what carries ours away.

A *parcel* is bytes known by their content; a *letter* is one mail as it came; a *shipment* is one bringing-in of
files, with what it refused and why. A *mailbox* has *folders* on its server, in which *copies* of letters lie; a
*dispatch* is one message of ours on its way out, through a mailbox or, to a phone, through a *gateway*.
"""
