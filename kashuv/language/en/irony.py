"""English signs by which irony is sometimes known, in what is said and in what was said before it; all are weak."""

from __future__ import annotations

PRAISE = r"\b(?:great|good|nice|love(?:ly|d|s)?|wonderful|perfect|amazing|awesome|brilliant|fantastic|excellent|best|beautiful|happy|glad|fun|thrill\w*|cool|sweet|smart|genius|impress\w+|terrific|delight\w*|thank\w*|congrat\w*|proud|enjoy\w*|charming|adorable|fascinating|exciting|lucky|honou?r\w*|thoughtful|kind|clever)\b"
TROUBLE = r"\b(?:bad|hate|terrible|awful|horrible|worst|sad|sorry|stupid|idiot|kill\w*|die\w*|dead|death|hurt\w*|sick|pain\w*|cry\w*|wrong|fail\w*|broke\w*|lost|lose|problem|fired?|hell|mad|angry|upset|afraid|fear|no|not|never|can't|don't|won't|dump\w*|divorc\w*|alone|ugly|gross|boring)\b"

SIGNS: dict[str, str] = {
    "begins with oh": r"^\W*(?:oh|ooh|ah|aw+|wow|gee|boy|ha|gosh|hey|huh|uh|um|hmm)\b",
    "begins with yes": r"^\W*(?:oh,? )?(?:yeah|yes|sure|right|ok|okay|well|of course|no)\b",
    "oh sure": r"\b(?:yeah,? right|oh,? (?:sure|yeah|great|good|joy|really|perfect|wonderful)|sure,|of course|right,|that's right|big surprise|good for you|lucky (?:me|you)|thanks a lot|no kidding|what a (?:surprise|shock)|i'm sure|i bet|as if|because (?:that|nothing|there|i|you|we|who))\b",
    "praise": PRAISE,
    "too strong": r"\b(?:so|such|very|really|totally|absolutely|completely|clearly|obviously|apparently|always|never|ever|every|everything|nothing|all|only|just|the (?:most|best|worst|only))\b",
    "begins in the middle": r"^\W*(?:and|but|so|because|or|then|unless|if|like|just)\b",
    "or": r"\bor\b",
    "if": r"\bif\b",
    "likens": r"\blike (?:a|an|the|when|that|you|i)\b",
    "you": r"\byou(?:'re|'ve|r)?\b",
    "i am": r"\bi(?:'m| am)\b",
    "asks": r"\?",
    "exclaims": r"!",
    "trails off": r"\.\.\.|…|--",
    "quotes": r"['\"].{3,40}['\"]",
    "pauses": r",",
    "numbers": r"\d|\b(?:hundred|thousand|million|billion|twenty|thirty|forty|fifty|years?|times)\b",
    "calls by name": r"\b(?:dude|man|buddy|sweetie|honey|captain|mr|mrs|sir|ma'am|doctor|dr|professor|genius|einstein|sherlock)\b",
    "orders": r"^\W*(?:let's|let me|try|look|listen|wait|stop|come|go|get|give|tell|call|don't|please|relax)\b",
    "begins with what": r"^\W*(?:how|what|why|who|when|where|which)\b",
    "begins with is": r"^\W*(?:is|are|was|were|do|did|does|have|has|can|could|would|will)\b",
    "that is": r"\b(?:that's|it's|this is|that is|there's|here's)\b",
    "reaches far": r"\b(?:god|jesus|lord|president|king|queen|pope|nobel|superman|batman|museum|movie|history|planet|world|universe|earth)\b",
    "remembers": r"\b(?:last time|once|remember|ever since|used to|back when)\b",
    "then": r"\bthen\b",
    "too": r"\btoo\b",
    "still": r"\b(?:still|already|again|finally|yet|even)\b",
    "must": r"\b(?:must|should|could|would|might|may)\b",
    "tells": r"\b(?:tell|say|said|says|think|know|knew|guess|believe)\b",
}
BEFORE = ("asks", "exclaims", "praise", "begins with yes", "begins with what", "you", "i am", "trails off")
"""The signs that are also looked for in the line before."""

EMPTY = frozenset(
    "the a an i you to and of it is in that for on . , ! ? ' with my me your this was be are do have he she we they not no"
    " so what s t don't i'm it's that's".split()
)
"""Words that two lines may share without saying anything."""
