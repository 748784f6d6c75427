"""English words of promising. A tongue's table of promises has the same names in every folder."""

from __future__ import annotations

# What the writer says when he binds himself, and what it tells. The certainty is how often it is a promise.
BINDING = {
    r"\b(?:i|we) (?:promise|guarantee|undertake|commit) (?:to|that|you)\b": (
        0.95,
        "says it in so many words",
    ),
    r"\byou have (?:my|our) word\b": (0.95, "gives his word"),
    r"\b(?:i|we)(?:'ll| will| shall)(?: (?:also|then|definitely|certainly|gladly|personally|just|now|quickly|try and|make sure to|be sure to|go ahead and|have to|need to)){0,4} (?!not\b|never\b|be\b|have\b|need\b|want\b|miss\b|probably\b|maybe\b|assume\b|admit\b|say\b|agree\b|see\b|hope\b|love\b|like\b|wait\b|guess\b|believe\b|know\b|only\b|no longer\b|regret\b|appreciate\b|tell you what\b|bet\b)[a-z]+": (
        0.85,
        "a deed of his own, still to come",
    ),
    r"\b(?:i|we)(?:'ll| will| shall) (?:be (?:there|in touch|sending|calling|getting|sharing|updating|working|back to you|ready|able to (?:send|have|get|finish|deliver))|have (?:it|them|this|that|the|a|an|my|our|your|everything|something)\b|see (?:to|about|what i can|if)|know more|let you know|need to get back)": (
        0.85,
        "will be in touch, will have it ready",
    ),
    r"\b(?:i|we)(?:'m|'re| am| are) (?:going to|gonna|about to) (?!be\b|have\b|need\b|miss\b|not\b)[a-z]+": (
        0.75,
        "is going to do it",
    ),
    r"\b(?:i|we)(?:'m|'re| am| are) (?:sending|getting on|working on it|on it|taking care of)\b": (
        0.7,
        "is at it",
    ),
    r"\b(?:let me|lemme) (?:check|look|see|get back|find out|ask|confirm|verify|dig|think about it|take a look|talk to|work on|run it)\b": (
        0.7,
        "lets himself be waited for",
    ),
    r"^(?:ok(?:ay)?|sure|yes|great|thanks|fine)?[,. ]*will (?:do|send|call|check|get|let|try|forward|update|revert|look|follow|be in touch|come back|ask|confirm|share|have)\b": (
        0.85,
        "leaves out the I",
    ),
    r"\b(?:consider it done|leave (?:it|that|this) (?:with|to) (?:me|us)|(?:i|we)(?:'ve| have)? got (?:this|it) covered|(?:i|we)(?:'m|'re| am| are) on it|on it\b[!.]?$)": (
        0.85,
        "takes it upon himself",
    ),
    r"\byou(?:'ll| will| shall) (?:have|get|receive|hear from (?:me|us)|find)\b(?! to\b)(?! out\b)": (
        0.7,
        "says what the reader will receive",
    ),
    r"\b(?:it|this|that|the [a-z]+(?: [a-z]+)?)(?:'ll| will| shall) be (?:ready|done|sent|delivered|finished|fixed|on your desk|in your (?:inbox|hands)|with you|there|completed|shipped)\b": (
        0.75,
        "says when it will be done",
    ),
    r"\b(?:i|we) (?:need|have|ought) to get back to (?:you|him|her|them)\b": (0.6, "owes an answer"),
    r"\b(?:i|we) (?:plan|intend|expect|aim) to (?:send|have|finish|deliver|get|complete|call)\b": (
        0.65,
        "means to do it",
    ),
    r"\b(?:i|we) (?:can|could) (?:send|have|get|deliver|finish|do)\b[^.?!]{0,60}\bby (?:\w+day|tomorrow|tonight|noon|the end|eod|end of)\b": (
        0.6,
        "names a day by which he can",
    ),
}

# What the writer says that the reader bound himself to.
READER_BINDING = {
    r"\byou(?:'ve| have)? (?:promised|committed|undertook|guaranteed|assured)\b": (
        0.9,
        "holds him to his word",
    ),
    r"\byou said (?:that )?(?:you(?:'d|'ll| would| will)|it would|we would|we'd)\b": (
        0.85,
        "repeats what he said",
    ),
    r"\byou were (?:going|supposed|meant) to\b": (0.8, "waits for what was to come"),
    r"\bas you promised\b": (0.6, "reminds of a promise"),
    r"\bas promised,? (?:you|please)\b": (0.6, "reminds of a promise"),
    r"(?<=[\w,;] )as promised\b": (0.6, "reminds of a promise"),
    r"\byou told (?:me|us) (?:that )?(?:you(?:'d|'ll| would| will)|it would|we would)\b": (
        0.85,
        "repeats what he said",
    ),
}

# Beside words that only remind of a promise: the writer tells that he keeps his own.
KEEPING = r"\b(?:here(?:'s| is| are| it is| they are| you go)|(?:attached|enclosed)\b|please find|(?:i|we)(?:'m|'re|'ve|'ll| am| are| have| will)? (?:(?:just|now|already|also) )?(?:send|sent|attach|enclos|bring|brought|prepar|deliver|finish|complet|call|check|includ|upload|add|updat|writ|wrote|forward|follow))"

# Where these stand in the sentence the words bind nobody.
NOT_BINDING = {
    r"\b(?:i|we)(?:'ll| will| shall)? (?:be|would be|am|are) (?:more than )?(?:happy|glad|delighted|pleased) to\b": "polite noise",
    r"\b(?:i|we)(?:'ll| will| shall) be (?:out|away|off|on (?:vacation|holiday|leave)|unable|late|traveling|travelling)\b": "tells where he is",
    r"\b(?:look|looking) forward\b": "polite noise",
    r"\bdon't hesitate\b": "polite noise",
    r"\b(?:i|we) (?:said|thought|told \w+|was hoping|had hoped|wish) (?:that )?(?:i|we|he|she|they)(?:'d|'ll| would| will)\b": "tells of the past",
    r"\bif (?:only )?i could\b": "a wish",
    r"\b(?:will (?:never|not)|won't|can't promise|cannot promise)\b": "negated",
    r"'ll (?:never|not)\b": "negated",
    r"\bi'll (?:admit|say|be honest|bet|give you that|tell you)\b": "a way of speaking",
    r"\?\s*$": "asks",
}
CONDITION = (
    r"\b(?:if|unless|provided(?: that)?|as soon as|once|assuming|in case|when you|subject to|as long as)\b"
)
QUOTING = r"\b(?:he|she|they|(?!As\b)[A-Z][a-z]+) (?:said|says|wrote|told|promised|claims)\b"
