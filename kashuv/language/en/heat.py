"""English heat as people who serve write it to those whom they serve: blunt, mocking, cold. The same names in every tongue's folder.

The words of tone tell what a client feels; these tell what a client would feel who read them.
"""

from __future__ import annotations

from kashuv.language.reading import ToneKind

_YOU_ARE = r"\byou(?:'re|’re| are| were| have been|'ve been| people are| guys are)(?: (?:all|just|simply|being|clearly|obviously|nothing but|completely|totally|absolutely|truly|really|honestly|so|such|such a|such an|a|an|the|the most|the worst|a complete|a total|quite|by far|frankly|either|probably|acting like|behaving like)){0,4} "
_BAD = r"(?:nightmare|joke|disgrace|bully|bullies|liars?|child|children|clowns?|cowards?|hypocrites?|frauds?|cheats?|pain in|embarrass\w+|trouble|ridiculous|rude|arrogant|impossible|incompetent|incapable|unbearable|pathetic|insufferable|ungrateful|clueless|hopeless|useless|lazy|dishonest|unprofessional|delusional|insane|crazy|childish|petty|greedy|blind|deaf|stupid|dumb|idiots?|imbeciles?|morons?|fools?|amateurs?|liability|unreasonable|abusive|toxic|selfish|spoilt|spoiled|shameless|worst|difficult|confused as usual|wrong as usual|not capable|unable to (?:read|think|understand|decide))\b"
_TIMES = r"(?:twice|(?:two|three|four|five|six|ten|a hundred|a thousand|a million|countless|several|many|so many|\d+) times|over and over|again and again|more than once|repeatedly)"

HEAT: dict[ToneKind, dict[str, tuple[float, str]]] = {
    "blame": {
        r"\byou never (?!know|need|had to|have to|ever have|let us down|cease|fail|forget to thank|mind|said that i|asked for it|meant)(?:\w+)": (0.8, "says never"),
        r"\byou always (?:do this|do that|forget|change|find a|find an|wait|leave|demand|disappear|vanish|complain|blame|expect|want everything|want more|come back|manage to|think|assume|ignore|cancel|miss|act|make excuses|have an excuse|need something|show up late|pay late|twist|exaggerate|interrupt|overreact|wake up|remember at the last)": (0.85, "says always"),
        r"\byou (?:didn't|did not|couldn't|could not|can't|cannot|haven't|have not|don't|do not|won't|never) (?:even|bother|bothered)\b": (0.85, "says what he did not even do"),
        r"\byou (?:keep|kept) (?:on )?(?:changing|ignoring|asking the same|moving|complaining|blaming|forgetting|making|repeating|interrupting|pushing|demanding|missing|cancelling|postponing|shouting|whining|sending the wrong)": (0.75, "says what he keeps doing"),
        r"\b(?:if you had|if you'd|had you)(?: (?:only|just|actually|even|ever|simply))? (?:bothered|read|listened|looked|checked|opened|paid attention|answered|done your|told us|thought|followed)": (0.85, "says what he should have done"),
        r"\b(?:the |this )?(?:delay|mistake|mess|problem|fault|damage|failure|blame|error|loss|extra cost)(?: (?:is|was|are|lies|rests|will be))(?: (?:all|entirely|completely|solely|only|squarely|clearly|purely))?(?: (?:on|with))? (?:you|yours)\b": (0.85, "lays it at his door"),
        r"\b(?:that|this|it)(?:'s| is| was) (?:all |entirely |completely |purely )?on you\b|\byour own (?:fault|doing|making)\b|\bwhose fault\b|\byou have (?:only|nobody but) yourself\b|\byou brought this on\b": (0.85, "lays it at his door"),
        r"\bthis (?:is|was) your (?:mess|fault|doing|mistake|problem|responsibility|failure|negligence|decision, not)\b": (0.8, "lays it at his door"),
        r"\byou(?:'ve| have| managed to| have managed to|'ve managed to)? (?:ruined?|wreck(?:ed)?|cost (?:us|me) (?:a|the|our|so|two|three|four|\d)|wasted? (?:my|our|everyone's)|ignored? (?:me|us|every|all|my|our|the)|humiliated?|insulted?|embarrass(?:ed)? (?:me|us|my)|sabotaged?|destroy(?:ed)?|lied|lie to|broke (?:your|our|the) (?:word|promise|agreement)|went behind|screwed|messed|botched|threw us|sat on (?:the|it|this|our))\b": (0.85, "says what he did to us"),
        r"\b(?:i|we) (?:did )?(?:warned|told) you(?: so)?\b(?!,? (?:that (?:i|we)(?:'d|'ll| would| will| am| are)|about the (?:offer|new|event)|on the phone|yesterday that (?:i|we)))": (0.65, "says that he said so"),
        r"\bi told you so\b|\bwe told you so\b|\bdon't say (?:i|we) didn't warn": (0.85, "says that he said so"),
        rf"\b(?:i|we)(?:'ve| have)?(?: already)? (?:told|asked|explained|written|wrote|said|sent|informed|reminded|repeated|warned|begged)[^.!?\n]{{0,40}}\b{_TIMES}": (0.8, "counts how often he said it"),
        rf"\bas (?:i|we)(?:'ve| have)?(?: already)? (?:told|asked|explained|written|wrote|said|stated|mentioned)[^.!?\n]{{0,30}}\b(?:{_TIMES}|already|before|clearly|explicitly)": (0.75, "points to how often he said it"),
        r"\byou (?:wouldn't|don't|won't|didn't|refuse to|refused to|simply don't|just don't) (?:listen|read|think|care|respect|understand|get it|learn|pay attention|do your)": (0.8, "says what he does not do"),
        r"\byou (?:clearly|obviously|evidently|apparently|still|again|once again) (?:haven't|have not|didn't|did not|don't|do not|can't|cannot|forgot|failed|missed|ignored|think|believe|misread|never)": (0.75, "says what he does not do"),
        r"\b(?:because|since|when|that) you (?:can't|couldn't|didn't bother|forgot to|refuse|refused|failed|are not able|are incapable|aren't able|never)\b": (0.7, "says whose doing it is"),
        r"\byou knew (?:exactly|very well|perfectly|full well|all along)\b|\bwe both know\b|\byou know (?:very|perfectly|full) well\b": (0.75, "says that he knew"),
        r"\byour (?:lack of|failure to|inability|incompetence|negligence|indecision|carelessness|ignorance|arrogance|stupidity|laziness|sloppiness|rudeness|constant|endless|never-ending|eternal|nonsense|stalling|poor planning|bad planning|mismanagement)\b": (0.8, "speaks of his failings"),
        r"\bthanks to (?:you|your \w+)[^.!?\n]{0,50}\b(?:for nothing|lost|late|missed|cancelled|over the (?:holiday|weekend)|all night|through the night|starting over|from scratch|disaster|in trouble)\b": (0.8, "thanks him for the damage"),
        r"\b(?:everyone|everybody) else (?:managed|could|did|can|was able)\b|\beveryone but you\b|\bonly you (?:seem|manage|don't|didn't)\b": (0.75, "compares him with all others"),
        r"\bpay what you owe\b|\byou owe (?:me|us) (?:an apology|an explanation)\b|\bkeep your word for once\b|\bfor once in your\b": (0.75, "accuses him"),
        r"\b(?:do|did) your (?:part|job|homework)\b[^.!?\n]{0,20}\b(?:for once|first|instead|before)\b|\byou didn't do your (?:part|job|homework)\b": (0.8, "says that he did not do his part"),
    },
    "insult": {
        r"\byou people\b|\bpeople like you\b|\bhalf a brain\b|\b(?:get|pull) (?:your act|yourselves|your (?:things|stuff)) together\b|\b(?:start|try) (?:behaving|acting|being) (?:like )?(?:a |an )?(?:serious|adult|grown|professional|responsible|reasonable)|\b(?:a |any )?(?:grown|serious|reasonable|sane|decent|normal) (?:man|woman|person|client|people)\b[^.!?\n]{0,25}\b(?:behave|act|would|like this|this way)\b|\b(?:making|make) (?:a )?fools? of (?:yourself|yourselves|me|us)\b|\bdo your (?:damn |bloody |own )?jobs?\b|\bdeserve each other\b|\bmake (?:me|us) laugh\b": (0.8, "speaks with contempt"),
        _YOU_ARE + _BAD: (0.85, "calls names"),
        r"\b(?:what|such) an? (?:\w+ )?(?:joke|clown|idiot|disgrace|moron|bully|liar|mess of a|pathetic|stupid|ridiculous) ?(?:\w+)?": (0.75, "speaks with contempt"),
        r"\b(?:is|are|was|were)(?: \w+){0,2} (?:an? )?(?:complete |total |utter |absolute )?(?:idiots?|imbeciles?|morons?|clowns?|fools?|liars?|crooks?|amateurs?|halfwits?|cretins?)\b": (0.8, "calls names"),
        r"\b(?:an|be an|the) (?:idiot|imbecile|moron|fool) (?:not to|to|could|who|would)\b": (0.8, "calls names"),
        r"\b(?:no idea|no clue|not a clue|haven't a clue|haven't got a clue|not the faintest|any clue|has a clue) (?:what|how|about|of what|who)\b": (0.6, "says that he knows nothing"),
        r"\byou (?:have|'ve got|clearly have|obviously have|really have) (?:absolutely )?(?:no|zero) (?:idea|clue|respect|shame|manners|understanding|taste|sense|integrity|class|patience|decency)\b": (0.85, "says what he lacks"),
        r"\b(?:grow up|get a grip|get a life|get over yourself|get real|wake up and|pull yourself together|act your age|learn some manners|learn to (?:read|plan|listen|count|behave|write|communicate|say please))\b": (0.8, "talks down"),
        r"\blike (?:an adult|adults|grown-ups|a grown-up|a child|children|a spoilt|a spoiled|a baby|an idiot|a three|a five)": (0.65, "talks down"),
        r"\b(?:shame on|you should be ashamed|you ought to be ashamed|aren't you ashamed|have you no shame|how dare you|don't you dare|you(?:'ve| have) (?:got )?(?:some|a lot of) nerve|of all the nerve|the nerve of|who do you think you are|you make me sick|you disgust)\b": (0.9, "shames him"),
        r"\b(?:your|his|her|their) word (?:is|means|was|isn't) (?:worth )?(?:nothing|worthless|zero|worth)": (0.85, "calls his word worthless"),
        r"\b(?:my|a|any|even a|even my) (?:dog|cat|monkey|toddler|child|kid|five-year-old|six-year-old|grandmother|beginner|blind man) (?:could|can|would|knows|understands)\b": (0.85, "belittles him"),
        r"\b(?:let me|i'll|i will|shall i|do i have to|must i) (?:spell (?:it|this) out|explain (?:it|this) slowly|draw you a picture|say it slowly|use small(?:er)? words|dumb it down)": (0.8, "talks down"),
        r"\b(?:too (?:hard|difficult|complicated|much) for you|even you (?:can|could|should|must|will)|you (?:obviously |clearly |evidently )?struggle with (?:it|this|reading|the)|reading (?:seems|is|appears) (?:to be )?(?:a problem|difficult|hard)|can you (?:even )?(?:read|count)|do you even (?:read|know|understand|care|look|think|listen))\b": (0.85, "belittles him"),
        r"\bit(?:'s| is)(?: really)? not (?:rocket science|that (?:hard|difficult|complicated)|brain surgery)\b": (0.75, "belittles him"),
        r"\byour (?:\w+ )?(?:tantrums?|whining|nonsense|excuses|lies|antics|drama|little (?:tantrum|games?|show|speech|drama)|games|stupid \w+|ridiculous \w+|pathetic \w+|silly \w+|idiotic \w+|so-called \w+|precious \w+|petty \w+|bullying|ego|garbage|rubbish|crap)\b": (0.8, "speaks with contempt"),
        r"\byour (?:tone|mail|email|e-mail|letter|message|behaviou?r|attitude|conduct|demands?|accusations?|request|claims?)(?: \w+){0,4}? (?:is|are|was|were) (?:\w+, )*(?:\w+ ){0,2}?(?:disgusting|insulting|outrageous|ridiculous|insane|laughable|rude|arrogant|offensive|unacceptable|embarrassing|disgraceful|pathetic|absurd|childish|shameful|a joke|a disgrace|full of lies|beneath)": (0.85, "calls his words names"),
        r"\bi find your (?:tone|attitude|behaviou?r|mail|email|request|letter)\b": (0.65, "judges his tone"),
        r"\b(?:it|that)(?:'s| is| was) (?:pathetic|embarrassing|a disgrace|disgraceful|shameful|ridiculous|childish|laughable) (?:that|how|when|of)\b": (0.8, "speaks with contempt"),
        r"\b(?:incapable of|not capable of|too (?:stupid|lazy|dumb|arrogant|cheap|proud) to)\b": (0.7, "says that he can't"),
        r"\b(?:someone|somebody|people|a (?:man|woman|person|client|company)) who (?:can't|cannot|doesn't|does not|don't|didn't|lies?|never|is four|are|won't) ": (0.45, "speaks of him as of another"),
        r"\b(?:so-called|self-proclaimed|self-appointed) (?:\w+)": (0.65, "denies what he is"),
        r"\b(?:that|this|it) was an? (?:really |very |incredibly )?(?:stupid|idiotic|dumb|moronic|ridiculous) (?:\w+)": (0.85, "calls it stupid"),
        r"\bhow you manage to (?:run|keep|stay|do|have)\b|\bmanage to run a business\b|\bhow anyone works with you\b|\bno wonder (?:your|you|nobody|everyone|everybody|they|the last)": (0.85, "belittles him"),
        r"\bthink(?:ing)? before you (?:press|send|write|speak|talk|open|hit|click|type)": (0.85, "talks down"),
    },
    "sarcasm": {
        r"\b(?:read (?:your|their) minds?|could have been (?:a|an) (?:e-?mail|mail|phone call)|speaks volumes|forgive me for not|excuse me for (?:having|not|trying|breathing)|sorry for (?:breathing|existing|having a life)|not a charity|in your (?:infinite )?wisdom|do us (?:all|both) a favou?r|what planet|on which planet|in what world|in which universe)\b": (0.8, "mocks"),
        r"\b(?:yet )?another (?:brilliant|genius|wonderful|\"?urgent\"?|last-minute|sleepless|\"?final\"?) (?:idea|change|request|night|meeting|mail|version|remark)\b|\bour time (?:means|is worth) nothing\b": (0.75, "mocks"),
        r"(?:^|(?<=[.!?\n] )|(?<=\n))(?:oh,? (?:great|sure|so|wow|look|wonderful|perfect|brilliant|please|really|lovely|how|of course|come on|right)|bravo|congratulations,? you|congrats,? you|well done,? you(?:'ve| have| managed)|well,? well|wow,? (?:i didn't|you|so|really|what|thanks|just|that's)|yeah,? (?:sure|because|right)|sure,? because|right,? because|yes,? of course,? (?:let|because|why|we)|genius|classic|classy|charming|how (?:touching|convenient|original|surprising|sweet|mature|predictable))\b": (0.75, "says the opposite of what he means"),
        r"\b(?:it )?must be (?:so |really )?(?:nice|lovely|great|wonderful|fun|easy|relaxing) (?:to|for you|being|having|not)\b": (0.8, "envies him with mockery"),
        r"\b(?:so|really|very|truly|how) (?:considerate|thoughtful|professional|helpful|generous|mature|convenient|classy|elegant) of you\b": (0.75, "praises where there is nothing to praise"),
        r"\b(?:so |how |very |really )?(?:kind|nice|good|sweet|generous) of you to (?:finally|let us know (?:only|just|two|an|at|so|five|ten|\w+ (?:hours?|minutes?|days?) before)|inform us|grace|remember (?:that )?(?:we|us)|join|show up|reply|answer|at least)\b": (0.8, "thanks for what came too late"),
        r"\b(?:glad|happy|delighted|thrilled|honou?red) (?:that )?you (?:finally|found (?:the|some) time|managed to find|decided to|could spare|remembered)": (0.75, "is glad with mockery"),
        r"\b(?:perhaps|maybe) you(?:'d| would|'ll| should| could| can| want to| might)(?: like| want| prefer)?(?: to)?[^.!?\n]{0,45}\b(?:yourself|yourselves|for once|next time|instead of complaining|instead of blaming|before complaining)\b": (0.8, "proposes with mockery"),
        r"\b(?:maybe|perhaps) (?:try (?:reading|thinking|listening|looking|opening)|next time (?:try|you|read|think|look|don't)|read (?:your|my|the)|if you (?:could|read|had|listened|made|weren't|stopped)|it's time you|one day you)\b": (0.75, "proposes with mockery"),
        r"\bnext time,? (?:try|think|read|get your|do your|use your|ask before|look before|don't)": (0.65, "talks down"),
        r"\b(?:i|we) (?:didn't|did not|had no idea|never) (?:realise|realize|know|knew|think)?(?: that)? ?you (?:were|are|had become)(?: also)?(?: now)? (?:an?|such|the|now|our|also|suddenly|in charge)\b": (0.8, "is surprised with mockery"),
        r"\bsince when (?:are|do|did|is|have) (?:you|your|we)\b|\bsuddenly (?:you're|you are|everyone is|you|he's) an? (?:expert|designer|lawyer)\b|\byou(?:'re| are) the (?:genius|expert|boss|king|professor|master)\b|\bwhatever you say\b|\bwho am i to\b|\byour (?:majesty|highness|lordship|excellency)\b": (0.75, "bows with mockery"),
        r"\bof course (?:it is|you did|you do|you are|you didn't|it isn't|it was)\b[.!]|\bbecause (?:obviously|clearly|of course|apparently)\b|\bmakes (?:total|perfect|complete) sense\b[.!]|\bsurprise,? surprise\b|\bwhat a (?:surprise|shock|shame that you)\b|\bwho would have thought\b|\bimagine my surprise\b|\bwhat did you expect\b": (0.7, "says the opposite of what he means"),
        r"\b(?:a new record|what a record|a personal best|right on time, as (?:always|usual)|impeccable timing|perfect timing, as|better late than never, i suppose|only (?:\w+) (?:days|weeks|months) late)\b": (0.75, "praises the delay"),
        r"\b(?:funny|interesting|strange|amazing|curious|remarkable) (?:how|that) you\b|\bthat(?:'s| is) rich\b|\b(?:a )?bit rich\b|\brich,? coming from\b|\bcoming from (?:someone|somebody|you|a man|a woman|people|a client|a company) (?:who|that|which)\b": (0.8, "turns it against him"),
        r"\b(?:thanks|thank you)(?: so much| a lot| very much| ever so much)? for (?:nothing|throwing|wasting|ruining|ignoring|not (?:reading|answering|telling|calling)|your (?:impeccable|brilliant|touching|generous) |letting us down|making (?:it|this) (?:so )?(?:hard|difficult|impossible)|the (?:mess|insult|abuse|lecture))": (0.85, "thanks for the damage"),
        r"\b(?:good luck (?:with that|finding|with (?:your|the) (?:cheap|nephew|new))|be my guest|knock yourself out|go ahead,? (?:leave|sue|find|tell|write|take|fire|call your)|go ahead and (?:leave|sue|find|tell|complain))\b": (0.75, "invites him to go"),
        r"\blook who\b|\bsome of us (?:actually )?(?:work|have|are|need)\b|\b(?:nothing|anything) better to do\b|\bso much (?:free )?time to (?:write|send|complain|call)\b|\bno pressure\b, ": (0.75, "mocks"),
        r"\bwhat an? (?:absolutely |truly |really )?(?:brilliant|genius|fantastic|great|wonderful|professional|clever) (?:idea|move|decision|plan|way) (?:to|of)\b": (0.6, "praises where there is nothing to praise"),
        r"\b(?:apparently|evidently|obviously|clearly|it seems(?: that)?),? (?:a (?:contract|deadline|signature|promise)|contracts|deadlines?|you (?:think|believe|can't|don't|didn't|never|haven't|know better)|nobody|no one|our time|rules|reading|the rules|manners)\b": (0.75, "concludes with mockery"),
        r"\b(?:really|truly|so|very) (?:professional|impressive|classy|mature|helpful|considerate)[.!](?=\s|$)": (0.6, "praises where there is nothing to praise"),
        r"\bso now (?:it's|it is|that's|this is|you|we're|we are)\b[^.\n]{0,60}(?:\?|!|our fault|my fault)|\bnow you care\b|\bnow suddenly\b": (0.75, "wonders with mockery"),
        r"\blet's (?:just )?change (?:everything|it all) (?:again|once more)\b|\bwe (?:just )?love (?:working (?:nights|weekends|for free)|changes at)\b|\bas if we (?:have|had) nothing\b|\bpity (?:that )?you (?:never|didn't|couldn't)\b": (0.8, "says the opposite of what he means"),
        r"\bblame the (?:agency|studio|designer|team|supplier)\b|\b(?:always|it's always) (?:our|the agency's|my) fault\b|\bof course it'?s (?:our|my) fault\b": (0.7, "takes the blame with mockery"),
        r"🙄|🤡|👏👏": (0.7, "marks it himself"),
    },
    "coldness": {
        r"\b(?:zero|no) (?:interest|desire|intention|wish) (?:in|of|to) (?:hear|listen|discuss|continu|help|work|your)|\bmade your bed\b|\byour (?:request|wish) is (?:denied|rejected|refused)\b|\byou may not have\b|\bdeal with it\b|\bwe(?:'re| are) not (?:idiots|stupid|fools|your|blind)\b|\bnot going to apologi[sz]e\b|\bi(?:'ll| will) not apologi[sz]e\b|\bshove (?:it|his|her|your|the)\b|\bhow convenient\b|\blose it\b|\bgetting (?:absurd|ridiculous|silly|out of hand)\b": (0.75, "shuts the door"),
        r"\b(?:not my (?:job|problem|department|concern|fault you)|not our (?:problem|job|concern|emergency)|your problem,? not (?:mine|ours)|is not my emergency|(?:it|that)(?:'s| is) (?:your|not our|not my) problem)\b": (0.8, "shuts the door"),
        r"\b(?:i'm|i am|we're|we are) not your (?:secretary|mother|mum|babysitter|slaves?|servants?|employees?|punching|therapist|assistant|maid|bank)\b": (0.85, "shuts the door"),
        r"\b(?:look it up|google it|find out|sort it out|work it out|figure it out|clean it up|do it|fix it|deal with it) (?:yourself|yourselves|on your own)\b|\bread the (?:bloody|damn|fucking) \w+": (0.75, "leaves him alone with it"),
        r"\bdo (?:whatever|what) you (?:want|like|please)\b|\btake it or leave it\b|\bend of (?:story|discussion)\b|\bdon't come (?:crying|running|complaining)\b|\blive with it\b|\bdream on\b|\btough luck\b|\bsuit yourself\b|\byou get what you pay\b|\byou got what you paid\b": (0.8, "shuts the door"),
        r"\b(?:i|we) (?:really |honestly |frankly )?(?:(?:don't|do not) (?:care|give a)|couldn't care less|could not care less|couldn't give)\b": (0.8, "does not care"),
        r"\b(?:do not|don't|never) (?:write|call|contact|mail|email|speak|talk)(?: to)? (?:me|us)(?: ever)? again\b|\bthis (?:conversation|discussion|matter) is (?:over|closed|finished)\b|\bi have nothing (?:more|further|else|left) to say\b|\bi(?:'m| am) (?:done|through|finished) (?:with|talking|discussing|negotiating|explaining|arguing|waiting|being|here)\b|\bwe(?:'re| are) (?:done|finished|through)(?: here| with you)?[.!]": (0.85, "breaks off"),
        r"\b(?:i|we) (?:won't|will not|refuse to|have no intention of|don't intend to|am not going to|'m not going to|'re not going to|are not going to) (?:lower|dignify|deal(?:ing)? with|stoop|discuss(?:ing)? (?:it|this|them) any|be spoken|be talked|be treated|be bullied|tolerate|put up|play|jump|argue|repeat|explain (?:it|this|myself)|babysit|answer the rest|waste|take this|accept this)": (0.8, "refuses"),
        r"\b(?:don't|do not) (?:waste (?:my|our)|test me|push me|tell me (?:how|what)|expect (?:me|us) to|act (?:so |all )?(?:surprised|like|innocent|as if)|try to be (?:clever|smart|funny)|play (?:games|dumb|innocent)|pretend|give me (?:that|your)|complain to (?:me|us)|even think|insult|threaten|lecture|patronise|patronize|you (?:ever|dare)|start with me|blame (?:me|us)|shout at|raise your voice)": (0.8, "warns him off"),
        r"\b(?:spare (?:me|us)|save (?:your (?:breath|excuses|lectures)|it for)|cut the (?:crap|nonsense|bull|drama)|get off my (?:back|case)|leave me alone|get lost|give me a break|give it a rest|mind your own|stay out of)\b": (0.85, "sends him away"),
        r"\bfind (?:somebody|someone|another (?:agency|supplier|fool|idiot|designer)) else\b(?: to)?|\bif you don't like it\b|\b(?:nobody|no one)(?:'s| is) forcing you\b|\bthe door is (?:open|over there|right there)\b|\byou know where the door is\b": (0.75, "sends him away"),
        r"\b(?:what|which) part of (?:that|it|this|no|\"?no\"?)\b|\bhow many (?:more )?times (?:do|must|should|have) (?:i|we)\b|\bdo (?:i|we) (?:really )?(?:have|need) to (?:repeat|explain|spell|remind|tell)\b|\bi(?:'ll| will) (?:repeat|say) (?:it|this|myself) (?:one last|once more|again|for the last|slowly)\b|\bfor the last time[:,]|\bone last time\b|\bno\. again: no\b|\bhow (?:else|much clearer|more simply|clearer) (?:can|do|must|should) i\b|\bi don't know how (?:else )?to (?:put|say|explain) (?:it|this)\b|\bi would explain\b": (0.8, "has no patience"),
        r"\b(?:i|we) don't owe you\b|\bi'm not interested in your\b|\bi am not interested in your\b|\bnot interested in (?:your )?excuses\b|\bheard (?:them|it) all before\b": (0.8, "shuts the door"),
        r"\bper my (?:last|previous|earlier) (?:mail|email|e-mail|message|letter)\b": (0.65, "points coldly to what was said"),
        r"\bwith all due respect\b|\bwith the greatest respect\b": (0.5, "begins coldly"),
    },
    "anger": {
        r"\b(?:sick|tired|fed up|done|exhausted) (?:and tired )?(?:of|with|by) (?:you|your|this|these|chasing|being|waiting|all|everyone|explaining|cleaning|hearing|having|dealing|repeating)\b": (0.85, "is at the end of his patience"),
        r"\b(?:i|we)(?:'ve| have) had (?:it|enough)(?: up to here)?(?: (?:with|of)|[.!])": (0.85, "is at the end of his patience"),
        r"(?:^|(?<=[.!?\n] )|(?<=\n))enough(?: already| is enough)?[.!]": (0.8, "is at the end of his patience"),
        r"\bare you (?:seriously|kidding|joking|blind|deaf|insane|out of your mind|serious\?|for real|even|completely|crazy|stupid)\b|(?:^|(?<=[.!?\n] ))(?:seriously|really)\?(?!$)|\bwhat(?:'s| is) (?:wrong|the matter) with you\b|\bwhat were you thinking\b|\bhow could you\b|\bhow do you sleep\b": (0.8, "cannot believe it"),
        r"(?:^|(?<=[.!?\n] )|(?<=\n))(?:unbelievable|incredible|outrageous|ridiculous|unreal)[.!]": (0.75, "cannot believe it"),
        r"\bthis (?:nonsense|circus|farce|madness|joke|charade|behaviou?r|abuse) (?:has to|must|needs to|is|stops|ends|will)\b|\b(?:bloody|crap|bullshit|rubbish|goddamn|damn(?:ed)?|shit(?:ty)?|fuck\w*|arse|ass|wtf)\b": (0.7, "swears"),
        r"\bwhat the (?:hell|heck|fuck)\b": (0.9, "swears"),
        r"\b(?:i|we) (?:really |simply |just )?(?:don't have (?:the|any) patience|have no (?:more )?patience|have lost (?:all |my |our )?patience|lost my patience|am losing (?:my )?patience|'m losing (?:my )?patience|am running out of patience|'m running out of patience)\b|\bmy patience (?:is|has)\b": (0.85, "is at the end of his patience"),
        r"\bi(?:'m| am) (?:absolutely |really |so |just |honestly |truly )*(?:furious|livid|fuming|appalled|disgusted|outraged|enraged|seething|speechless)\b": (0.85, "says that he is angry"),
        r"\bi (?:can't|cannot|won't|will not) (?:take|stand|bear|work with|believe (?:you|that you|how you)|deal with) (?:\w+)": (0.65, "can't bear it"),
        r"\b(?:treat(?:s|ed|ing)? (?:people|us|me|my (?:team|staff|people)|your (?:suppliers|people|staff|partners)) (?:like|this way|that way)|this is how you treat|how you treat|speak to (?:me|us|my (?:team|staff)) like|talking to my|spoken to like|treated like an? (?:idiot|child|dog|servant|slave|criminal))\b": (0.75, "feels ill-treated"),
        r"\b(?:we're|we are|i'm|i am) walking(?: away| out)\b|\beither you [^.!?\n]{3,60}\bor (?:we|i)(?:'re|'m| are| am|'ll| will)? (?:walk\w*|leav\w*|stop\w*|out|done|quit\w*|finished|cancel\w*)": (0.8, "sets an ultimatum"),
        r"\b(?:i'm|i am|we're|we are|i'll|we'll|i will|we will) (?:tak(?:e|ing)|shut(?:ting)?|pull(?:ing)?|turn(?:ing)?) (?:your|the) (?:\w+ ){0,2}(?:down|off|offline|plug)\b|\byou(?:'ll| will) (?:regret|hear from (?:my|our) lawyer|be sorry|be hearing from)\b|\bor else\b[.!]|\bone more (?:mail|email|call|word|complaint|time|mistake)[^.!?\n]{0,25} and (?:we|i)": (0.8, "threatens"),
        r"\b(?:i've|i have|we've|we have) (?:lost count|wasted (?:enough|my|our|weeks|months|too)|bent over backwards|put up with)\b|\bwaste of (?:my|our|everyone's) time\b|\bslap in the face\b|\bput up with (?:you|your|this)\b|\bnothing but (?:trouble|abuse|problems|complaints|headaches|excuses|grief)\b": (0.75, "adds up what he bore"),
        r"\b(?:don't|doesn't|does not|do not) appreciate (?:being|your|the way|how you)\b": (0.65, "is hurt"),
        r"\bstop (?:calling|wasting|complaining|whining|playing|blaming|lying|pestering|harassing|micromanaging|micro-managing|being (?:so|such|a)|acting|treating|asking (?:me|us|the same)|shouting|yelling|threatening|making excuses|changing your mind|bothering|insulting|telling me)\b": (0.75, "orders him to stop"),
        r"\b(?:threaten|blackmail) (?:us|me)\b|\byour (?:threats|blackmail)\b": (0.65, "speaks of threats"),
        r"\b(?:is|are|was) (?:simply |just |absolutely )?(?:unbearable|intolerable|insufferable|exhausting (?:me|us|my|the whole|everyone))\b": (0.75, "can't bear it"),
        r"\byour (?:\w+ ){0,3}(?:is|are) (?:insane|ridiculous|absurd|outrageous|crazy|delusional)\b": (0.8, "calls it insane"),
        r"(?-i:(?:(?<=\s)|^)(?:[A-Z']{2,20}[ ,]{1,2}){3,12}[A-Z']{2,20}\b)": (0.7, "shouts"),
        r"[?!]*(?:\?!|!\?)[?!]*|!{4,}": (0.55, "raises his voice"),
    },
}  # fmt: skip

# Words that look like heat and are none: what overlaps with them is left alone.
NOT_HEAT = (
    r"\b(?:angry|furious|annoyed|mad|upset|fed up) (?:with|at) (?:myself|ourselves)\b|\bfor the (?:second|third|fourth|fifth|last) time (?:this|in a|since|in)\b|\bplease read the (?:contract|terms|agreement|manual|instructions)\b|\bread the (?:contract|terms|agreement) (?:carefully|before|again|and|first|with)\b"
    r"|\bour (?:lawyer|attorney) (?:went|has|had|will|is|read|checked|looked|suggests|suggested|approved|wrote|asks|asked)\b|\bwithout (?:the )?lawyers\b|\byou never (?:know|need)\b|\bmakes total sense (?:to|for|now)\b|\bas (?:i|we) (?:already )?(?:wrote|said|mentioned|told you|explained) (?:on|in|at|last|this|yesterday|earlier)\b[^.!?\n]{0,60}(?:nothing has changed|as planned|will be ready|still)"
    r"|\b(?:my|our) (?:fault|mistake|apologies)\b|\bnothing (?:we|i) can do (?:about|before|until)\b"
)
# Said by somebody else, earlier in the same sentence.
REPORTED = r"\b(?:he|she|they|who|client|customer|guests?|users?|neighbou?rs?|journalist|reader|tenant|patient|parent|mother|father|supplier|visitors?|someone|somebody|people|review|comment|ad|novel|article|\w+ing) (?:\w+ ){0,2}(?:said|says|say|wrote|writes|write|told (?:me|us)|tells|called|calls|call|complain(?:ed|s)?|felt|feels?|thinks?|thought|claims?|claimed|are|is|was|were|reads?) [^.!?\n]*$"
