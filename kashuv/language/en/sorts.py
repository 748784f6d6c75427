"""English words by their sort, as they are told apart in a heated draft. The same names in every tongue's folder.

A star says that other endings may follow; a whole word goes before a beginning.
"""

from __future__ import annotations

SORTS: dict[str, str] = {
    "you": ("you your yours yourself yourselves u ur you're you've you'd you'll youre ya y'all"),
    "i": ("i me my mine myself i'm i've i'd i'll im"),
    "we": ("we us our ours ourselves we're we've we'd we'll let's"),
    "they": (
        "he she they them his her their him it's he's she's they're someone somebody client* customer* "
        "guest* tenant* patient* resident* neighbour* neighbor* parent* supplier*"
    ),
    "not": (
        "not no never nothing none nobody nor don't doesn't didn't won't wouldn't can't cannot couldn't "
        "isn't aren't wasn't weren't haven't hasn't hadn't shouldn't dont cant didnt wont without neither "
        "nowhere hardly barely"
    ),
    "again": ("again another yet once more* repeat* still always every each constantly forever"),
    "already": ("already before earlier previously"),
    "times": (
        "twice times third fourth fifth sixth seventh eighth ninth tenth eleventh hundredth thousand "
        "million hundred dozen* countless umpteenth"
    ),
    "ask": ("who what why how where when which whose"),
    "only": ("only just simply merely mere little tiny small quick quickly minor"),
    "even": ("even ever bother* bothered possibly remotely"),
    "too": (
        "so such very really truly absolutely totally completely utterly entirely quite extremely "
        "seriously honestly literally actually frankly clearly obviously evidently apparently naturally "
        "surely certainly definitely"
    ),
    "praise": (
        "great good nice lovely love loved wonderful perfect perfectly amazing awesome brilliant "
        "fantastic excellent best beautiful beautifully happy glad fun thrill* delight* impress* congrat* "
        "bravo proud charming adorable fascinating exciting lucky honou* thoughtful kind clever genius "
        "genuine* inspir* admir* applau* remarkable outstanding magnificent superb marvel* splendid "
        "stunning fabulous terrific heroic generous privilege* pleasure treat touching helpful wise "
        "wisdom bold visionary masterpiece masterclass flawless impeccable*"
    ),
    "thanks": ("thank thanks thankful grateful gratitude appreciat* cheers"),
    "wow": (
        "wow oh ah aw aww gosh gee huh hah ha lol haha hooray surprise* surprised shock* shocking "
        "unbeliev* incredibl* astonish* amazingly miracl* magic* magically suddenly lo behold"
    ),
    "conven": (
        "convenient* coincid* timing funny curious* interesting* strange* odd* mysterious* somehow "
        "miraculous* strangely"
    ),
    "sure": ("sure yeah yes right okay fine course whatever guess suppose presumably bet doubt"),
    "please": (
        "please kindly sorry apolog* afraid unfortunately regret* hope hoping suggest* could would might "
        "may welcome"
    ),
    "greet": ("dear hi hello hey regards sincerely morning"),
    "mind": (
        "understand* understood know knows knew think* thought believe* read reads reading reader listen* "
        "hear heard see look* notice* brain* mind minds head smart intelligen* comprehend* grasp* figure* "
        "imagine learn* logic* sense common explain* explained explaining"
    ),
    "skill": (
        "professional* expert* experience* qualif* degree competen* incompeten* amateur* skill* talent* "
        "capable able ability taste standards basic basics elementary simple obvious literate spell* "
        "spelling arithmetic math* count calculator dictionary"
    ),
    "child": (
        "child* kid kids kindergarten school* toddler* baby babysit* intern teenager* teen grade grader "
        "old mother mom mommy mum dad daddy parent grandm* grandp* cousin nephew niece brother sister "
        "wife husband son daughter uncle dog cat monkey* hamster goat parrot goldfish"
    ),
    "show": (
        "circus clown* joke jokes comedy theatre theater drama* opera soap show movie film novel fiction "
        "fairy* fantasy oscar award* medal* prize* trophy record nobel museum frame framed legend* poem "
        "poetry art artist* podcast magician* wizard* psychic crystal telepath* clairvoyant guess* god "
        "gods king queen majesty royal* highness kingdom"
    ),
    "trouble": (
        "bad terrible awful horrible worst sad stupid idiot* wrong fail* failure* broke broken lost lose "
        "losing problem* mess* disaster* nightmare* ruin* delay* late later mistake* error* excuse* "
        "complaint* complain* chaos damage* bug bugs leak* crash* crooked sloppy lazy useless ridiculous "
        "absurd nonsense insult* rude disrespect* shame* disgrace* embarrass* pathetic unacceptable "
        "outrage* insane crazy hell sick tired fed exhaust* drain*"
    ),
    "blame": (
        "fault blame* blaming responsib* because warn* warned told insist* insisted ignored ignore* "
        "ignoring refuse* refused forgot forget caused wasted waste* wasting cost"
    ),
    "threat": (
        "lawyer* attorney* court legal* sue police consequences final last end ends over finished done "
        "enough stop quit walk leave leaving terminate* cancel* switch* shut block* blocked report "
        "publicly review suspend*"
    ),
    "wish": ("luck enjoy try wish go find ask call hire google search cope deal manage handle elsewhere"),
    "as_if": ("like if unless maybe perhaps perchance pretend* supposed* alleged*"),
    "time": (
        "minute* hour* day days week weeks weekend* month* year* night nights midnight sunday* monday* "
        "tuesday* wednesday* thursday* friday* saturday* tomorrow today yesterday tonight noon am pm "
        "deadline* january february march april june july august september october november december"
    ),
    "money": (
        "money pay* paid invoice* price* budget discount* dollar* euro* fee* bill bills cheap* free "
        "charity bank transfer* cash cent cents $ €"
    ),
    "work": (
        "email* mail message* phone file* draft* design* logo website site brief meeting* report* "
        "contract document* version* project* order* delivery feedback comment* change* revision* "
        "proposal attachment* schedule*"
    ),
    "servant": (
        "servant* slave* maid butler secretary assistant doormat punching waiter cleaner nanny babysitter "
        "therapist machine robot staff team"
    ),
    "must": ("must should need needs supposed expect* demand* insist"),
    "people": (
        "people guys folks lot bunch gang geniuses ladies gentlemen man mate buddy pal dude sir madam "
        "darling sweetie honey"
    ),
}
