"""English words of asking: requests, questions, meetings. The same names in every tongue's folder."""

from __future__ import annotations

_DO = (
    r"(?:accept|add|address|advise|answer|approve|arrange|ask|attach|be (?:sure|advised|prepared|ready)|book|bring|call|cancel|change|check|choose|clarify|click|"
    r"close|come|complete|confirm|consider|contact|coordinate|copy|correct|create|delete|deliver|discuss|distribute|do|don't|download|draft|"
    r"drop|e-?mail|ensure|explain|fax|feel free|fill|find out|finish|fix|follow|forward|get|give|go|handle|have|help|hold|include|insert|install|invite|join|keep|"
    r"leave|let (?:me|us|him|her|them)|look|mail|make|meet|move|note that|notify|open|order|pass|pay|phone|pick|plan|post|prepare|print|process|"
    r"provide|put|read|refer|register|remember|remind|remove|reply|report|reschedule|reserve|respond|resend|return|review|revise|schedule|see (?:if|the|attached|me|below)|"
    r"select|send|set|share|show|sign|speak|stay|stop|submit|take|talk|tell|text|think about|transfer|try|turn|update|upload|use|verify|visit|wait|write)"
)
_ORDER = (
    r"(?:and |also,? |so,? |then,? |just |next,? |first,? |ok,? |hi,? |again,? )*(?:please )?"
    rf"{_DO}\b(?! (?:is|was|are|were|has|will|of|that (?:is|was))\b)"
)

REQUESTS = {
    r"\b(?:can|could|would|will) (?:(?:one |both |either |all )(?:or both )?of )?(?:you|u|someone|anyone|somebody)\b(?! believe| imagine)": (
        0.85,
        "asks whether he would",
    ),
    r"\b(?:please|pls|plz|kindly)\b": (0.8, "says please"),
    rf"^{_ORDER}": (0.7, "tells him what to do"),
    rf": {_ORDER}": (0.7, "tells him what to do"),
    rf"; {_ORDER}": (0.7, "tells him what to do"),
    rf", (?:please )?(?:and |so |then )?{_ORDER}": (0.7, "tells him what to do"),
    rf"^if [^,]{{3,80}}, {_ORDER}": (0.7, "tells him what to do"),
    rf"^(?-i:[A-Z])\w+[,-]+ ?{_ORDER}": (0.7, "tells him what to do"),
    r"\blet (?:me|us|him|her|them) know\b": (0.8, "wants to hear"),
    r"\b(?:i|we)(?:'d| would| would really|'d really)? (?:appreciate|be (?:most |very |really )?(?:grateful|thankful|obliged))\b": (
        0.8,
        "would be grateful",
    ),
    r"\b(?:i|we) (?:need|want|would like|'d like|expect|ask|urge|beg|request|require)(?: for)? you(?:r)?\b": (
        0.8,
        "wants it of him",
    ),
    r"\b(?:i'd|we'd|i would|we would) like (?:you |to (?:request|ask|see|have|get|know|hear|receive))": (
        0.7,
        "would like it of him",
    ),
    r"\b(?:do|would) you mind\b": (0.85, "asks whether it would trouble him"),
    r"\b(?:is|would) it (?:be )?possible (?:for|to)\b": (0.8, "asks whether it is possible"),
    r"\b(?:you|we) (?:need|must|have|should|ought)(?: to)? (?:send|call|check|make sure|get|provide|review|sign|confirm|discuss|complete|submit|contact)\b": (
        0.65,
        "says what must be done",
    ),
    r"\bmake sure\b|\bbe sure to\b": (0.7, "wants it made sure"),
    r"\b(?:any chance|wondering if|wonder if|hoping (?:that )?you|hope (?:that )?you (?:can|could|will|would))\b": (
        0.75,
        "asks by the way",
    ),
    r"\b(?:let's|lets|shall we|why don't (?:we|you)|how about|what about)\b": (0.7, "proposes"),
    r"\b(?:don't|do not) (?:forget|hesitate|worry about)\b": (0.6, "reminds him"),
    r"\b(?:waiting|still waiting) for (?:your|you|the|a)\b": (0.65, "waits for him"),
    r"\b(?:as soon as you can|asap|at your earliest convenience|when(?:ever)? you (?:get|have) a (?:chance|moment|minute|second))\b": (
        0.75,
        "says when",
    ),
    r"\b(?:i|we) (?:look forward to|await) (?:hearing|your (?:reply|response|answer|comments|thoughts|feedback))\b": (
        0.6,
        "waits for an answer",
    ),
    r"\b(?:your (?:thoughts|comments|input|feedback)|thoughts)\?": (0.75, "asks what he thinks"),
}

# English tells "send" from "sent".
ORDERS: dict[str, tuple[float, str]] = {}
TELLING: dict[str, str] = {}

QUESTIONS = {
    r"\?(?:\s|$|[\"')])": (0.9, "ends in a question mark"),
    r"^(?:(?:and|but|so|well|okay|ok|oh|um|uh|or|then|hi|hey|also|wait|now|yeah|no|right|[a-z]{1,3}-)[, ]+)*(?:what|where|when|why|who|whom|whose|which|how)(?:'s|'re|'d|'ll)? (?:is|are|was|were|do|does|did|can|could|will|would|should|have|has|had|about|if|come|many|much|long|often|far|kind|sort|time|else|exactly|about)\b": (
        0.8,
        "begins with a word of asking",
    ),
    r"^(?:(?:and|but|so|well|okay|ok|oh|um|uh|or|then|hi|hey|also|wait|now|yeah|no|right|[a-z]{1,3}-)[, ]+)*(?:is|are|was|were|do|does|did|can|could|will|would|should|shall|have|has|had|am|isn't|aren't|wasn't|weren't|don't|doesn't|didn't|can't|couldn't|won't|wouldn't|shouldn't|haven't|hasn't) (?:i|you|he|she|it|we|they|there|this|that|these|those|the|a|an|your|my|our|his|her|their|any|anyone|anybody|someone|everybody|people|not)\b": (
        0.8,
        "turns verb and subject round",
    ),
    r"\b(?:do|did|would|could|can|will|are|have) you (?:know|think|have|want|mean|see|guys|remember|like|need|understand|agree|ever|still|able|going|planning|mind)\b": (
        0.7,
        "asks him in the middle",
    ),
    r"\b(?:right|correct|isn't it|aren't you|don't you|doesn't it|didn't you|won't you|can't we|isn't that|is that right|yes or no|or not|or what|huh|yeah)\s*$": (
        0.55,
        "asks to be agreed with",
    ),
    r"\b(?:i was wondering|i wonder|just wondering|wanted to ask|my question is|quick question|want to know|like to know)\b": (
        0.65,
        "says that he asks",
    ),
    r"\bany (?:news|update|updates|word|progress|idea|ideas|thoughts|questions|chance|luck)\s*$": (
        0.7,
        "asks in short",
    ),
}

MEETINGS = {
    r"\b(?:let's|lets|shall we|can we|could we|should we|we should|we could|want to|would like to|like to|love to|wanna|would you like to|do you want to|how about we) (?:all |please |just |try (?:to|and) )?(?:meet|get together|have (?:a )?(?:lunch|dinner|coffee|breakfast|drinks?|call|meeting|chat)|grab|catch up|sit down|set up|schedule|discuss|talk|chat|speak|do (?:lunch|dinner|coffee)|visit|see (?:you|each other))\b": (
        0.85,
        "proposes to meet",
    ),
    r"\b(?:set|setting) up (?:a|the|another|some)? ?(?:\w+ ){0,2}(?:meeting|call|time|conference|lunch|visit|appointment|demo)\b": (
        0.8,
        "sets a meeting up",
    ),
    r"\b(?:schedule|arrange|book|organi[sz]e|reschedule|postpone|move|confirm|plan) (?:a|an|the|our|your|another|some|this|that)? ?(?:\w+ ){0,2}(?:meeting|call|conference|lunch|dinner|appointment|visit|demo|interview|session)\b": (
        0.8,
        "arranges a meeting",
    ),
    r"\b(?:are|is|will|would) (?:you|everyone|anyone|he|she|\w+)(?: be| all| both)? (?:free|available|around|up for|interested in (?:meeting|joining|having))\b": (
        0.75,
        "asks for a free hour",
    ),
    r"\b(?:meet|get together|call|talk|lunch|dinner|coffee|drinks|breakfast|visit)\b[^.?!]{0,60}\?": (
        0.65,
        "asks about a meeting",
    ),
    r"\b(?:join (?:us|me)|come (?:by|over|to (?:the|our|my))|drop by|stop by|swing by|attend the|be there)\b": (
        0.6,
        "invites",
    ),
    r"\b(?:when|what time|what day|which day|where)\b[^.?!]{0,40}\b(?:meet|free|available|suit|work(?:s)? for|convenient|good for)\b": (
        0.8,
        "asks when",
    ),
    r"\b(?:i(?:'m| am| will be| would be|'ll be)|we(?:'re| are| will be)) (?:free|available) (?:on|at|this|next|tomorrow|today|from|between|after|before|any|all|most|for)\b": (
        0.7,
        "offers an hour",
    ),
    r"\b(?:would|does|how about|how is|how's|what about) (?:\w+ ){1,4}(?:work|suit|sound)(?: for| ok| good|\?)": (
        0.7,
        "offers a day",
    ),
}

NOT_ASKING = {
    r"\bplease (?:accept (?:my|our)|be advised|find (?:attached|enclosed|below))\b|\battached please find\b": "polite noise",
    r"\b(?:feel free|don't hesitate|do not hesitate)\b": "polite noise",
    r"\bthank(?:s| you)[^.?!]{0,20}$": "thanks",
    r"\bhave a (?:great|good|nice|lovely|wonderful)\b": "a wish",
    r"\bif you (?:have|had|should have|experience|need|encounter) (?:any|trouble|further|technical|additional|questions?|problems?)\b|\bany (?:other )?(?:questions?|comments|trouble|difficulties)\b[^.]{0,40}\bplease\b": "polite noise",
    r"\b(?:unsubscribe|opt[ -]out|click (?:here|below|on|the)|safe (?:senders? )?list|address book|e-?mail preferences|spam folder|this e-?mail (?:and|is|was|may)|received this (?:e-?mail|message) (?:in error|because)|follow the link|web browser|confidential)\b": "the small print of mass mail",
    r"\$LINK": "the small print of mass mail",
    r"\bif you (?:(?:do not|don't|no longer) )?(?:want|wish|would like|'d like|prefer|ever|use|turn|find our|feel the same|are not the intended)\b": "leaves it open to anybody",
}
