"""Post: how letters travel. The raw bytes, once; the letter as it came; the shipment that brought it.

A *parcel* is bytes known by their content; a *letter* is one mail as it came; a *shipment* is one
bringing-in of files, with what it refused and why.
"""
