"""English words by what they do in a sentence that asks or promises, for the models of acts."""

from __future__ import annotations

# What is written together, written apart, so that "I'll" and "I will" are one.
APART = {
    r"\bwon't\b": "will not", r"\bcan(?:'t|not)\b": "can not", r"n't\b": " not", r"'ll\b": " will", r"'re\b": " are", r"'ve\b": " have",
    r"'m\b": " am", r"'d\b": " would", r"\bgonna\b": "going to", r"\bwanna\b": "want to", r"\blet'?s\b": "let us", r"\bpl[sz]\b": "please",
}  # fmt: skip

# Sounds of one who thinks while he speaks; they say nothing.
HESITATIONS = frozenset("uh um eh oh mm hmm ah uhm mhm yeah".split())

# Words that keep their own name; of all others only the kind is seen.
KEPT = frozenset(
    """i you he she it we they me him her us them my your his its our their mine yours this that these those there here
    am is are was were be been being do does did done have has had having will would shall should can could may might must
    not no yes never to of in on at for with by from about into over after before until till if unless because as than so and or but then
    what where when why who whom whose which how a an the any some all every each both few more most much many other another
    please let just now also maybe perhaps probably think guess know see want need like going get got try trying
    ok okay well right sure hi hey hello thanks thank sorry happy glad wonder wondering hope hoping mean sort kind actually really
    already still yet anyone someone anybody somebody everyone everybody something anything nothing out up down back off
    forward appreciate appreciated attached regarding""".split()
)
DOING = frozenset(
    """accept add address advise answer approve arrange ask attach book bring buy call cancel change check choose clarify click close
    combine come complete confirm consider contact coordinate copy correct create cut delete deliver discuss distribute download draft
    drop email ensure explain fax figure fill find finish fix follow forward get give go handle help hold implement include insert
    install invest investigate invite join keep leave let listen look mail make meet modify move notify open order organize pass pay
    phone pick plan play post prepare present print process produce provide pull put read record refer register remember remind remove
    reply report reschedule reserve resend respond return review revise run save schedule select send set share show sign speak start
    stay stop submit take talk tell test text think train transcribe transfer try turn type update upload use verify visit wait work
    write""".split()
)
MEETING = frozenset(
    """meeting meetings call calls conference conferences lunch dinner breakfast drink drinks coffee visit visits appointment
    appointments demo interview interviews session presentation party trip golf game games tour event invite invited invitation join
    meet met attend attending calendar schedule scheduled reschedule available availability free together celebration seminar workshop
    discussion discuss talk chat""".split()
)
TIME = frozenset(
    """today tomorrow tonight yesterday monday tuesday wednesday thursday friday saturday sunday week weeks month months day days
    morning afternoon evening noon night am pm january february march april may june july august september october november december
    hour hours minutes soon weekend next asap eod""".split()
)
ENDINGS = ("tion", "ing", "ment", "ness", "able", "ance", "ity", "ed", "ly", "er", "al", "es", "s")

SUBJECTS = frozenset("i you he she it we they this that there who".split())
MODALS = frozenset(
    """will would shall should can could may might must going am are is was were do does did have has had need want""".split()
)
OPENERS = frozenset("and so but then well also okay ok now just hi or like because please right".split())

# Signs that are weighed together, two and three at a time: whether one of the words stands in the text.
SIGNS = {
    "you": "you your u guys", "i": "i", "we": "we us", "let": "let", "please": "please kindly appreciate appreciated", "?": "?",
    "past": "was were had did been said told got went made sent thought wanted", "future": "will shall going",
    "can": "can could would may might", "want": "want like love hope hoping wonder wondering interested wish",
    "need": "need should must have", "if": "if when once unless", "not": "not no never",
    "third": "he she it they this that these there", "wh": "what where when why who whom which how",
}  # fmt: skip
FIRST = {
    "begins with i": "i we", "begins with you": "you", "begins with wh": "what where when why who which how",
    "begins with third": "he she it they this that there these the a",
}  # fmt: skip
