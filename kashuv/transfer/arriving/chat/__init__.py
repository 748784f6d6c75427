"""WhatsApp's chat export: a text of lines without a standard, in the phone's language and its way to write dates."""
