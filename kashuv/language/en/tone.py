"""English words of tone: what the writer feels towards the reader. The same names in every tongue's folder.

Only words that speak of the writer himself or to the reader belong here: "I am furious" is anger, "the
residents are furious" is news.
"""

from __future__ import annotations

from kashuv.language.reading import ToneKind

_I = r"\b(?:i|we)(?:'m|'re| am| are| was| were| have been|'ve been| feel| remain)(?: (?:all|both|so|very|really|extremely|quite|just|simply|absolutely|truly|deeply|utterly|completely|rather|more than|a bit|a little|getting|becoming|increasingly|starting to get|growing|frankly|honestly)){0,4} "

TONES: dict[ToneKind, dict[str, tuple[float, str]]] = {
    "anger": {
        _I
        + r"(?:angry|furious|livid|outraged|fuming|enraged|appalled|disgusted|pissed(?: off)?|fed up|mad|irate|irritated|infuriated|sick (?:and tired )?of|sick of|tired of)\b": (
            0.9,
            "says that he is angry",
        ),
        r"\b(?:this|that|it|which)(?:'s| is| was) (?:(?:totally|completely|absolutely|simply|just|really|utterly|beyond|so) ){0,4}(?:unacceptable|outrageous|ridiculous|a disgrace|disgraceful|scandalous|a joke|absurd|infuriating|inexcusable|shameful|insane|unbelievable|beyond me|appalling|a scandal|pathetic|(?:so |very )?unprofessional)\b": (
            0.85,
            "calls it unacceptable",
        ),
        r"\b(?:totally|completely|absolutely|simply|utterly) unacceptable\b": (0.85, "calls it unacceptable"),
        r"^[^\w\n]{0,6}(?:simply |just |totally |completely )?(?:unacceptable|outrageous|disgraceful|ridiculous|a disgrace)[^\w\n]{1,6}$": (
            0.8,
            "calls it unacceptable",
        ),
        r"\bhow dare you\b": (0.95, "is outraged"),
        r"\bhow (?:is|can) (?:this|that|it)(?: even| still)?(?: be)? (?:possible|happening|acceptable)\b": (
            0.65,
            "cannot believe it",
        ),
        r"\b(?:this|that) is (?:now |already )?the (?:third|fourth|fifth|sixth|tenth|\d{1,2}(?:rd|th)) time (?:that )?(?:(?:i|we)(?:'ve|'m|'re| have| am| are| had)? (?:to |been |had to )?(?:ask|writ|call|request|tell|told|remind|report|complain|follow|e?mail|explain|say|said|chas)[a-z]{0,4}|this (?:has )?happen(?:s|ed)?)": (
            0.65,
            "counts how often it happened",
        ),
        r"\b(?:i|we)(?:'m|'re| am| are) (?:so )?done (?:here\b|with (?:this|you|your)\b)": (
            0.7,
            "wants no more of it",
        ),
        r"\b(?:considering|looking at|thinking of|thinking about) (?:switching|leaving|cancell?ing|other (?:providers|agencies|suppliers|vendors)|ending (?:the|our))\b": (
            0.6,
            "threatens to leave",
        ),
        r"\b(?:what the (?:hell|fuck|heck)|wtf)\b": (0.85, "swears at what happened"),
        r"\b(?:enough is enough|i(?:'ve| have) had (?:it|enough)|we(?:'ve| have) had enough|last straw|my patience|lost (?:all )?patience|out of patience|i won't (?:tolerate|accept|stand)|we won't (?:tolerate|accept|stand)|will not (?:tolerate|accept)|cannot accept this|can't accept this)\b": (
            0.85,
            "is at the end of his patience",
        ),
        r"\b(?:fuck(?:ing|ed)?|bullshit|goddamn|damn it|for fuck's sake|ffs)\b": (0.75, "swears"),
        r"\b(?:worst|most terrible|most horrible) (?:service|experience|company|support|agency|team|customer service)\b": (
            0.85,
            "calls it the worst",
        ),
        r"\b(?:i (?:demand|insist)|we demand)\b(?! for| is)": (0.7, "demands"),
        r"\b(?:my lawyer|our lawyer|legal action|my attorney|small claims|sue you|take you to court|report you|cancel(?:ling)? (?:the|our|my) (?:contract|account|agreement|subscription))\b": (
            0.65,
            "threatens with steps",
        ),
        r"\b(?:are you (?:kidding|joking)|you(?:'ve| have) got to be kidding|you must be (?:joking|kidding)|is this (?:a joke|some kind of (?:a )?joke))\b": (
            0.8,
            "cannot believe it",
        ),
        r"\b(?:terrible|awful|horrible|lousy|shoddy|appalling|dreadful) (?:service|job|work|experience|support|attitude)\b": (
            0.75,
            "calls the service bad",
        ),
        r"\b(?:for the (?:third|fourth|fifth|tenth|hundredth|umpteenth|millionth|last) time)\b": (
            0.7,
            "counts how often he said it",
        ),
        r"(?-i:(?<![A-Z])[A-Z]{4,20}(?:[ ,!]{1,3}[A-Z]{3,20}){2,8}[!?]{0,5}!{2})": (0.6, "shouts"),
        "(?:😡|🤬|😠|👿|🖕)": (0.8, "an angry face"),
    },
    "upset": {
        _I
        + r"(?:disappointed|upset|unhappy|dissatisfied|hurt|let down|frustrated|dismayed|saddened|offended|annoyed|not (?:happy|satisfied|pleased|impressed)|not at all (?:happy|satisfied|pleased))\b": (
            0.9,
            "says that he is disappointed",
        ),
        r"\b(?:i|we)(?:'m|'re| am| are)(?: really| very| just)? not (?:at all )?(?:very |too |really )?(?:happy|satisfied|pleased|impressed|okay with|ok with|comfortable with)\b": (
            0.85,
            "says that he is not content",
        ),
        r"\b(?:very|so|really|quite|extremely|deeply|such a|big|huge) (?:disappointing|disappointment|frustrating|upsetting|annoying|let ?down)\b": (
            0.8,
            "calls it disappointing",
        ),
        r"\b(?:disappointing|frustrating|upsetting)\b": (0.6, "calls it disappointing"),
        r"\b(?:not what (?:i|we) (?:expected|ordered|asked for|agreed|were promised|paid for)|expected (?:better|more) (?:from|of)|below (?:our|my) expectations|doesn't meet|does not meet|falls short)\b": (
            0.75,
            "expected better",
        ),
        r"\b(?:i|we) (?:still )?(?:haven't|have not|never|didn't) (?:heard (?:back|from you|anything)|received (?:an? )?(?:answer|reply|response)|got(?:ten)? (?:an? )?(?:answer|reply|response)|hear back)\b": (
            0.65,
            "was left without an answer",
        ),
        r"^[^\w\n]{0,6}(?:really |very |so |honestly,? )?not (?:impressed|happy|pleased|amused|satisfied|good enough)\b": (
            0.75,
            "says that he is not content",
        ),
        r"\b(?:i|we)(?:(?:'m|'re| am| are) still|(?:'ve| have)(?: still)? been) waiting (?:for|on) (?:an? |your |the |any )?(?:answer|reply|response|word|call|days|weeks|months|over|more than|\d{1,3} (?:days|weeks|months))\b": (
            0.65,
            "has waited too long",
        ),
        r"\b(?:nobody|no one|noone) (?:bothered|called|answered|replied|got back|told|picks up|answers|returned)\b": (
            0.7,
            "was left alone",
        ),
        r"\b(?:feel(?:s|ing)? (?:ignored|neglected|let down|betrayed|cheated|misled|taken for granted|disrespected|unimportant))\b": (
            0.85,
            "feels neglected",
        ),
        "(?:😞|😢|😭|☹|🙁|😔|👎)": (0.6, "a sad face"),
    },
    "thanks": {
        r"\b(?:thank you|thanks|thx|ty|many thanks|much appreciated|cheers)\b(?! (?:in advance|to (?:your|the) (?:delay|mistake|error)|for nothing))": (
            0.75,
            "thanks",
        ),
        r"\b(?:i|we) (?:really |truly |so |very much |greatly |sincerely ){0,4}(?:appreciate|am grateful|are grateful|'m grateful|'re grateful)\b(?! if)": (
            0.8,
            "is grateful",
        ),
        r"\b(?:so|very|truly|really|deeply|eternally|extremely) (?:grateful|thankful)\b": (
            0.85,
            "is grateful",
        ),
        "(?:🙏)": (0.6, "folded hands"),
    },
    "satisfaction": {
        _I
        + r"(?:happy|pleased|delighted|thrilled|impressed|satisfied|glad|excited|over the moon)\b(?! (?:to|if|when))": (
            0.8,
            "says that he is pleased",
        ),
        r"\b(?:great|excellent|amazing|fantastic|wonderful|superb|brilliant|outstanding|awesome|terrific|stellar|beautiful|lovely|perfect|top-notch) (?:job|work|service|result|results|team|experience|support|news|idea|presentation|design|campaign|as always)\b": (
            0.85,
            "praises the work",
        ),
        r"\b(?:well done|good job|nice (?:job|work)|kudos|hats off|you(?:'re| are) (?:the best|amazing|great|a star|awesome|brilliant|wonderful|fantastic)|you rock|keep up the|exceeded (?:my|our|all)|couldn't be happier|could not be happier|bravo)\b": (
            0.85,
            "praises the reader",
        ),
        r"\b(?:i|we|they|everyone|everybody) (?:really |absolutely |just |all )*love(?:d)? (?:it|this|the|your|what)\b": (
            0.8,
            "loves it",
        ),
        r"\b(?:looks|sounds|came out|turned out|it's|this is|that's|went) (?:really |absolutely |so |just |very ){0,4}(?:great|amazing|perfect|fantastic|wonderful|excellent|beautiful|brilliant|awesome|lovely)\b": (
            0.7,
            "finds it fine",
        ),
        r"\bhighly recommend\b": (0.85, "would recommend"),
        "(?:😍|🤩|🥰|👏|🎉|💯|❤)": (0.65, "a glad face"),
    },
    "indifference": {
        r"\b(?:i (?:really )?(?:don't|do not|couldn't|could not) care(?: less)?|we (?:don't|do not) care)\b(?! (?:about|for) (?:the )?price)": (
            0.75,
            "does not care",
        ),
        r"^[^\w\n]{0,12}(?:whatever|do (?:what(?:ever)? )?you (?:like|want|think)|as you (?:like|wish|prefer|want)|up to you|your call|it(?:'s| is) up to you|makes no difference|doesn't matter|does not matter|it doesn't (?:really )?matter|never mind|nevermind|i guess|meh|fine\.?|i suppose so|if you (?:say so|must|insist))(?: (?:to|for) (?:me|us))?[^\w\n]{0,12}$": (
            0.75,
            "leaves it to the reader without interest",
        ),
        r"\b(?:not (?:really )?(?:relevant|interested|interesting)(?: (?:to|for) (?:me|us))?(?: (?:right now|anymore|any more|any longer))?|no longer (?:interested|relevant)|lost interest|doesn't matter anymore)\b": (
            0.65,
            "has lost interest",
        ),
        r"\b(?:i|we)(?:'m|'re| am| are) indifferent\b": (0.85, "says it"),
    },
    "worry": {
        _I
        + r"(?:worried|concerned|anxious|afraid|scared|nervous|stressed|uneasy|alarmed|panicking|losing sleep)\b(?! (?:i|we) (?:can't|cannot|won't|have to|must))": (
            0.8,
            "says that he worries",
        ),
        r"\b(?:it|this|that|which) (?:really |does |has me )?(?:worries|concerns|scares|bothers|troubles) (?:me|us)\b": (
            0.8,
            "says that it worries him",
        ),
        r"\b(?:what if (?:it|we|they|this)|i fear|we fear|my (?:main |biggest |only )?(?:concern|worry|fear) is|i have (?:serious |some |grave )?(?:concerns|doubts)|we have (?:serious |some |grave )?(?:concerns|doubts))\b": (
            0.65,
            "names his fear",
        ),
        "(?:😟|😰|😨|😱)": (0.6, "a worried face"),
    },
    "urgency": {
        r"\b(?:urgent|urgently|asap|a\.s\.a\.p|as soon as possible|immediately|right away|right now|at once|emergency|time[- ]sensitive|top priority|high priority|critical|can't wait any|cannot wait any|without (?:any )?(?:further )?delay)\b": (
            0.7,
            "presses for time",
        ),
        r"\b(?:need|want) (?:it|this|that|an answer|a reply|them) (?:now|today|immediately|within the hour)\b": (
            0.75,
            "needs it now",
        ),
        r"(?:🚨|‼|⏰|🆘)": (0.6, "an alarm"),
    },
    "insult": {
        r"\b(?:you|u|your (?:people|team|staff|company)|you guys|you people|they|he|she)(?:'re| are| r|'s| is)?(?: all| both| just| such| nothing but| really| so| a bunch of| an| a| bunch of| complete| total| absolute| utter| fucking| bloody| damn| freaking){0,4} (?:idiots?|morons?|stupid|dumb|imbeciles?|liars?|crooks?|thie(?:f|ves)|pathetic|incompetents?|clowns?|jokers?|amateurs?|losers?|scum|trash|garbage|useless|worthless|clueless|scammers?|cheats?|frauds?|jerks?|assholes?|bastards?|fools?|brainless|dimwits?|retarded)\b": (
            0.85,
            "calls names",
        ),
        r"\b(?:idiots?|morons?|imbeciles?|assholes?|bastards?|dickheads?|scumbags?|dumbass(?:es)?|shithead|dipshit|motherfuckers?|bitch(?:es)?|cunts?|twats?|wankers?|retards?)\b": (
            0.75,
            "calls names",
        ),
        r"\b(?:shut up|go to hell|screw you|fuck you|piss off|get lost|drop dead)\b": (0.9, "sends him away"),
    },
    "sarcasm": {
        r"\b(?:thanks for nothing|thanks a lot for (?:nothing|ruining|wasting|ignoring|not)|oh,? (?:great|wonderful|brilliant|perfect|fantastic|lovely|how (?:nice|lovely)|joy)|yeah,? right|how (?:kind|generous|thoughtful|convenient) of you|what a surprise|big surprise|just what (?:i|we) needed|nice of you to (?:finally|join)|good luck with that|as if you|slow clap|well,? isn't that|congratulations on (?:ruining|missing|losing|wasting))\b": (
            0.8,
            "says the opposite of what he means",
        ),
        r"\b(?:so|how) (?:very )?(?:professional|helpful|reliable|quick|efficient) of you\b": (
            0.8,
            "praises where there is nothing to praise",
        ),
        r"\b(?:great|nice|excellent|wonderful|brilliant|fantastic) (?:job|work|service)\b[^.!?]{0,40}\b(?:as usual|again|once again|really)[.!]*\s*(?:not|🙄)": (
            0.7,
            "praises where there is nothing to praise",
        ),
        r"(?:^|(?<=\s))/s(?=\s|$)": (0.7, "marks it himself"),
        r"🙄|🤡": (0.7, "marks it himself"),
    },
    "blame": {
        r"\b(?:(?:it|this|that)(?:'s| is| was) (?:all |entirely |completely |clearly |totally )?(?:your|you guys'?|your team's|your company's) (?:fault|mistake|responsibility|doing|error|mess|problem))\b": (
            0.85,
            "lays it at the reader's door",
        ),
        r"\b(?:because of (?:you|your (?:mistake|delay|negligence|carelessness|incompetence|team|error|failure))|thanks to (?:you|your) (?:mistake|delay|negligence|error|incompetence|failure)|you (?:screwed|messed|fucked) (?:it |this |everything |us |me )?up|you (?:ruined|wrecked|cost (?:me|us)|let (?:me|us) down|failed (?:me|us|to)|never (?:listen|answer|reply|call|bother|told|do|did|send|sent)|always (?:forget|miss|ignore|late|blame|do this)|lied|misled|ignored|forgot|didn't (?:bother|even|do your)|should have (?:known|told|checked|called|done|sent|read|warned)|could have (?:told|warned|checked|called)))\b": (
            0.8,
            "says that it is his doing",
        ),
        r"\b(?:i|we) blame you\b|\byou(?:'re| are) (?:to blame|responsible for this|the one who)\b": (
            0.85,
            "blames him",
        ),
        r"\bif you (?:had|would have|'d) (?:only |just |actually )?(?:read|listened|checked|done|sent|told|answered|bothered|paid)\b": (
            0.75,
            "says what he should have done",
        ),
        r"\byou (?:promised|assured (?:me|us)|committed to|said you would) [^.?!\n]{1,80} (?:but|and) (?:then )?(?:nothing|it never|it didn't|it hasn't|you never|you didn't|you haven't|still nothing|no one|nobody)\b": (
            0.75,
            "says that he did not keep his word",
        ),
        r"\bas (?:i|we) (?:already|have already|told you|said (?:before|already)|clearly|explicitly) (?:told|said|wrote|explained|stated)?\b": (
            0.55,
            "says that he said so",
        ),
    },
    "coldness": {
        r"^[^\w\n]{0,12}(?:noted|ok|okay|fine|received|no|k|done|see attached|as stated|not my problem|read my (?:previous|last) (?:mail|email|message)|per my last (?:mail|email))[.!]?[^\w\n]{0,12}$": (
            0.6,
            "answers in a word",
        ),
        r"\b(?:per my (?:last|previous) (?:e?-?mail|message)|as per my (?:last|previous)|as (?:i )?(?:previously|already) (?:stated|mentioned|explained|written|advised))\b": (
            0.65,
            "points coldly to what was said",
        ),
        r"\b(?:not my (?:problem|job|concern|department|issue)|that(?:'s| is) (?:your problem|not our problem|none of my business)|take it or leave it|deal with it|figure it out yourself|you(?:'ll| will) have to (?:deal with|live with|manage)|read the (?:contract|manual|instructions|terms)|we don't do that|nothing (?:i|we) can do|i have nothing to add)\b": (
            0.75,
            "shuts the door",
        ),
    },
}

# These just before a finding turn it round or away from the writer.
NEGATION = r"\b(?:not|never|no longer|isn't|aren't|wasn't|don't|doesn't|didn't|without|hardly|no|nothing|won't)(?: \w+){0,2} $"
NOT_HIS_OWN = r"\b(?:if|unless|whether|article about|story about|he says|she says|they say|said that|says that|reported that|readers|residents|customers|fans) (?:\w+ ){0,4}$"
