"""English words that are taken out when a letter is read slowly. The same names in every tongue's folder."""

from __future__ import annotations

_VERY = r"(?:(?:so|very|really|extremely|quite|just|simply|absolutely|totally|utterly|completely|beyond|more than|deeply|honestly|frankly|seriously|sick and) )*"
_FEELING = r"(?:angry|furious|livid|outraged|fuming|enraged|appalled|disgusted|pissed(?: off)?|fed up|mad|shocked|stunned|speechless|tired|sick|done|annoyed|irritated|frustrated|upset|disappointed|unhappy|dismayed|amazed|baffled)"
_THAT = r"(?: (?:that|because|about|with|over|at|by|of|how|to see that|to hear that))?"

# New clauses begin before these.
BREAKS = r"\s(?=(?:and|or|but|so|because|yet|while|although|since) )"
# What opens a sentence and may be left away.
LEADS = (
    rf"\b(?:i|we)(?:'m|'re| am| are| was| were) {_VERY}{_FEELING}\b{_THAT}"
    r"|\b(?:i|we) (?:(?:really|simply|just|honestly|still) )*(?:can(?:'t|not| not) (?:believe|understand|accept|fathom)|refuse to (?:believe|accept)|have had enough of|won't (?:accept|tolerate))(?: (?:that|why|how|the fact that))?\b"
    rf"|\b(?:it|this)(?:'s| is| was) {_VERY}(?:a )?(?:unacceptable|outrageous|ridiculous|disgraceful|disgrace|scandal(?:ous)?|absurd|shameful|insane|unbelievable|incredible|pathetic|beyond me|a joke)\b(?: that| how| to me that)?"
    r"|\b(?:how is it possible|how can it be|how on earth is it possible|is it too much to ask)(?: that)?\b"
    r"|\b(?:needless to say|to be (?:honest|blunt|frank|clear)|let me be clear|let me tell you|believe me|mark my words|for your information|just so you know|as usual|of course|once again|yet again|as always)\b,?"
)
# What he wants is said after these.
DEMANDS = r"(?<!can )(?<!could )(?<!should )(?<!may )(?<!do )\b(?:i|we) (?:(?:hereby|now|therefore) )?(?:demand|insist|expect)(?: (?:that|on))?\b"
# What may be taken out wherever it stands.
HEAT = (
    r"\b(?:absolutely|totally|utterly|literally|honestly|frankly|seriously|ridiculously|insanely|unbelievably|outrageously|fucking|freaking|bloody|goddamn|damn(?:ed)?|blatantly|shamelessly)\b"
    r"|\b(?:for (?:god's|heaven's|christ's|fuck's|goodness) sake|for crying out loud|once and for all|what the (?:hell|heck|fuck)|the hell|wtf|omg|jesus(?: christ)?|my god|hello)\b"
    r"|(?<!is )(?<!are )(?<!was )(?<!so )(?<!very )\b(?:terrible|awful|horrible|disgraceful|pathetic|appalling|ridiculous|outrageous|lousy|shoddy|stupid|idiotic|dreadful|so-called|miserable|useless|incompetent)\s(?=[a-z])"
    r"|(?<=\byou )(?:guys|people|idiots|morons|clowns|amateurs|liars|crooks|fools)\b"
)
# A question that is answered with a time, a name, a place or a number.
ASKS = r"\b(?:when|where|who|which|how (?:much|long|soon|many)|by when|until when)\b"
# A clause that asks for no answer.
RHETORIC = (
    r"\bhow many (?:more )?times (?:do|must|should|have) (?:i|we) (?:(?:have|got|had) to )?(?:say|said|tell|told|ask|asked|repeat|explain|remind|call|called|write|written|beg|chase)|\bwhat (?:is|'s) wrong with you\b|\bare you (?:kidding|joking|serious|even)\b|\bdo you (?:even|think i)\b"
    r"|\bwhat (?:am|are|exactly am|exactly are) (?:i|we)(?: even)? paying (?:you )?for\b|\bwho do you think\b|\bis (?:this|that) (?:a joke|some kind of)\b|\bwhat kind of (?:a )?(?:service|people|person|professionals?|company|firm|business|joke|way|attitude|treatment|behaviou?r|answer|excuse|nonsense|idiots?)\b|\bwhat were you thinking\b|\bhave you (?:lost your mind|no shame)\b"
    r"|\bshame on you\b|\byou should be ashamed\b|\bi(?:'ve| have) had (?:it|enough)\b|\benough is enough\b|\bthat's it\b|\bunbelievable\b\W*$|\bwow\b"
)
# A kept clause that lost what stood before it does not begin with these.
JOINS = r"^\s*(?:and|or|but|so|because|yet|while|although)\s+"
# Words that say nothing by themselves.
SMALL = "a an the i we you he she it they me us my our your his her their its this that these those is are was were be been am do does did done have has had not no to of in on at by for with from as and or but so if then than there here what who how why when where which all just very too only also again still even ever well will would can could should must may might isn't aren't don't doesn't didn't won't can't it's i'm you're we're that's about up out over into never always"
# Greetings, thanks and names at the end: nothing that happened.
COURTESY = r"^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|thanks?(?: you)?(?: (?:so|very) much| a lot| in advance| again)?|best(?: regards| wishes)?|(?:kind |warm )?regards|cheers|sincerely|yours(?: truly| sincerely)?|all the best|looking forward|talk soon)\b(?:[\s,.!]+[\w.'-]+){0,3}[\s,.!]*$"
# One who is hailed by name, and none of the single words that tell something.
HAIL = r"(?!(?:No|Yes|Again|Today|Yesterday|Tomorrow|Late|Wrong|Lost|Broken|Gone|Nothing|Nobody|[A-Za-z]{3,}(?:ed|ing))$)(?:My dear |Mrs?\.? |Ms\.? )?[A-Z][A-Za-z'-]+$"
