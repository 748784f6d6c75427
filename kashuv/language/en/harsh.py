"""English words that weigh in a draft: each alone says little, several at once to one reader hurt. The same names in every tongue's folder."""

from __future__ import annotations

# The reader is spoken to.
YOU = r"\b(?:you|your|yours|yourself|yourselves|u|ya)\b|\b(?:you|your)'\w+"
# Beginnings of words by their weight.
HARSH: dict[float, str] = {
    2.0: "absurd pathetic disgust despicab appall disgrac outrageous rude insulted insulting insults lying liars arrogan ignoran incompeten unprofessional irresponsib childish immature selfish greedy stingy lazy sloppy useless worthless hopeless clueless stupid dumb idiot moron imbecil fool nonsense garbage rubbish crap farce clown liar lied hypocri whin tantrum audacity ungrateful delusion insane laughable humiliat betray shameless shove bullsh fuck shit damn brainless ridicul scum parasit amateurish cowardly bully bullies dishonest contemptib spineless insuffer intolerab unbearab obnoxious petty cheek",
    1.0: "waste wasting wasted messed messing messy disaster nightmare joke circus blame fault excuses complaining baseless nagging threat harass abus drama nerve manners decency offended offend shame embarrass unreasonable unbeliev incredib crazy sick fed enough patience tolerate deserve consequences ruin destroy demand sarcas forgive genius brilliant bravo congratulations convenient nobody babysit slave servant stubborn clearly obviously apparently evidently supposedly bother whatever blind deaf lecture attitude behaving behave ego yelling shouting rant moan fooling accus careless neglig pretend bluff cheating mercy furious livid fuming angry stop zero lawsuit sue threatening dare moronic tired refuse",
    0.5: "never always again usual seriously honestly frankly once finally suddenly whatsoever enough ever twice third fourth yet signed simply simple only planet adult grown professional serious responsib deadline warned told understand ignored ignore without missed yourself unable seem notic remind planning",
}
# Words of goodwill, which take weight away.
GENTLE = r"\b(?:please(?! stop)|kindly(?! stop)|thank(?:s| you)(?! for (?:nothing|wasting|ruining))|sorry(?! (?:for you|excuse|but you|, was))|apologi[sz]e|apologies|glad|happy to|pleased|appreciate|understand that|i understand|suggest|could we|could you|would you|can we|shall we|let's|hope|looking forward|welcome|feel free|love|great|lovely|let me know|if you (?:like|wish|prefer|want)|i'd (?:like|rather)|unfortunately|i'm afraid|our (?:mistake|fault|side|responsibility)|of course,|no problem|best regards)\b"
# The matter itself, told as it is.
WEIGHED, ALONE = 2.0, 2.0
