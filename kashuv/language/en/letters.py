"""How English mail programs and English writers frame a letter: headers, attributions, closings, footers."""

from __future__ import annotations

# The names of header lines that programs copy above an earlier letter, by what they tell.
FIELDS = {
    "from": ("from", "reply-to"),
    "date": ("date", "sent", "sent on", "sent at", "received", "when"),
    "to": ("to", "cc", "bcc"),
    "subject": ("subject", "attachments", "importance"),
}

# Words with which the line "On ... wrote:" begins; a weekday or a number may begin it as well.
STARTS = ("on", "quoting", "at", "in", "mon", "tue", "wed", "thu", "fri", "sat", "sun")

# Verbs that end such a line, and verbs after which the name still follows.
WROTE_LAST = (
    "wrote",
    "writes",
    "has written",
    "said",
    "via .{1,60} wrote",
    "wrote the following",
    "said the following",
)
WROTE_THEN_NAME = ("quoting", "quote from", "written by")

# What stands between dashes above an earlier letter, and lines that introduce one on their own.
DIVIDERS = (
    "original (?:message|mail|e-?mail|appointment)",
    "reply (?:message|separator)",
    "forwarded (?:message|mail|by .{1,80})",
    "begin forwarded message",
    "start of forwarded message",
    "previous message",
    "please (?:type|write|add) your reply above this line",
    "(?:please )?reply above this line",
    "in reply to this message",
)

# Words with which a letter greets.
GREETINGS = ("hi", "hello", "hey", "dear", "good (?:morning|afternoon|evening|day)", "greetings")

# Footers that a phone or a web mailer adds by itself.
MOBILE = (
    "sent (?:from|via|by|with|using) (?:my|the|an?|your)?\\s*(?:\\w+\\s){0,2}(?:iphone|ipad|android|samsung|galaxy"
    "|blackberry|htc|nokia|sony|lg|huawei|xiaomi|redmi|oneplus|motorola|pixel|phone|mobile|smartphone|cell|tablet"
    "|device|handheld|handset|treo|windows|mail|outlook|yahoo|gmail|proton|tutanota|spark|mailbird|thunderbird"
    "|workspace|mac|apple|verizon|at&t|t-mobile|rogers|bell|telus|wireless|email|airmail|polymail|superhuman"
    "|front|missive|hey|newton|edison|bluemail|boxer|webmail|zoho|gmx|aol).{0,80}",
    "sent (?:from|via|with) \\S+(?: \\S+)?",
    "(?:get|download) (?:the )?outlook for .{2,60}",
    "get bluemail for .{2,60}",
    "download the official .{2,60} mail app",
    "typed? (?:with|on|by) (?:my )?thumbs?.{0,60}",
    "(?:please )?(?:excuse|forgive|pardon) (?:the |my |any )?(?:brevity|typos|typing).{0,100}",
)

# Formulas that close a letter; the writer's name follows them.
CLOSINGS = (
    "(?:with )?(?:my |our )?(?:best|kind|kindest|warm|warmest|many|all the best)(?: regards| wishes)?(?: and thanks)?",
    "(?:best |kind |warm |with |thanks and |many )*regards",
    "(?:many |with |kind )?thanks(?: (?:so much|a lot|again|in advance|very much|and (?:best|kind|warm)? ?regards))?",
    "thank you(?: (?:so much|very much|again|in advance|kindly))?",
    "(?:yours|sincerely|respectfully)(?: (?:sincerely|truly|faithfully|respectfully|yours|ever))?",
    "(?:very )?(?:truly|sincerely|faithfully|respectfully) yours",
    "cheers",
    "thx|tnx|rgds|br|kr|ttyl|tia",
    "(?:take care|all the best|talk soon|speak soon|have a (?:good|great|nice|lovely) (?:day|week|weekend|evening|one))",
    "(?:love|hugs|xoxo|warmly|cordially|with appreciation|with gratitude|looking forward|in appreciation)",
)

# How legal notices and list footers begin.
DISCLAIMERS = (
    "(?:this|the) (?:e-?mail|message|communication|transmission|electronic mail)(?: message)?,? "
    "(?:\\(?(?:and|including|together with) .{1,60})?"
    "(?:is|are|may|contains?|was|transmitted|and the information|has been sent from)\\b.{0,200}"
    "(?:confidential|privileged|intended|proprietary|virus|addressee|recipient|scanned|legal)",
    "(?:the )?(?:information|contents?) (?:contained )?(?:in|of|transmitted)(?: in| by)? this (?:e-?mail|message|communication)",
    "(?:confidentiality|privacy|legal|disclaimer|privileged)[ /a-z]{0,30}(?:notice|note|statement|warning)\\b",
    "(?:important|legal) (?:notice|disclaimer) ?[:\\-]",
    "(?:e-?mail )?disclaimer ?[:.\\-]?",
    "if you (?:are not|have received this).{0,80}(?:recipient|error|mistake)",
    "(?:please )?(?:consider|think of|think about) the environment before print",
    "before printing this (?:e-?mail|message)",
    "you (?:received|are receiving|got) this (?:message|e-?mail|because)",
    "to unsubscribe\\b",
    "(?:-+ ?)?(?:reply to this e-?mail directly|you can reply to this|view (?:it|this (?:message|e-?mail)) (?:on|in|online))",
    "(?:visit|view|manage) (?:this|your) (?:group|discussion|topic|subscription|notification|preferences)",
    "\\S+ mailing list$",
    "(?:click here to )?unsubscribe\\b.{0,60}$",
    "this (?:e-?mail|message) (?:has been|was) (?:scanned|checked) (?:for|by)",
    "(?:virus-free|scanned by|checked by avg|this email has been checked for viruses)",
)

# How a mail gateway's warning above a letter from outside begins.
BANNERS = (
    "(?:\\[?(?:caution|warning|external(?: e-?mail| sender| message)?|attention|notice)\\]? ?[:!\\-*]+ ?)+.{0,80}"
    "(?:outside|external|originat|sender|click|links)",
    "\\[?external(?: e-?mail| sender)?\\]?$",
    "(?:this|the) (?:e-?mail|message) (?:originated|came|was sent|is) from (?:an? )?(?:outside|external)",
    "you don't often get e-?mail from",
)
