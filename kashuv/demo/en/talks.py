"""What is said in English. [his|her] follows the client's gender; > is the client, < we."""

from __future__ import annotations

from kashuv.demo.cast import talks

FILES = ("draft.pdf", "work plan.pdf", "minutes.pdf", "press cuttings.pdf", "revised offer.pdf")

ROUTINE = talks("""
{topic}
> Hi {us}, just checking where we stand with {topic}. Is there a date yet?
< Hi {c}, I spoke to them this morning. They want to run it next week, most likely on Tuesday. You will hear from me as soon as it is fixed.
> Great, thanks!

The text on {topic}
< Hi {c}, attached is the text on {topic}. I went over it twice and cut the opening. What do you think?
> Read it. Very nice, I changed two words in the last paragraph. It can go out.
< Perfect, it goes out today.

A short update
< Hi {c}, a short update on {topic}: two reporters came back to me, and one would like to speak to you directly. I gave him your number, I hope that is all right.
> Of course, thanks for the update

A question about {topic}
> Hello {us},
People asked me yesterday about {topic} and I had nothing to say. Do you have three lines that I could pass on?
< Hello {c}, here they are: what is new, why now, and what it gives your customers. There is a longer version too.
> Thank you, exactly what I needed

Pictures
> Hi, here are a few pictures for {topic}. Tell me if the quality will do or if we should shoot again.
< Hi {c}, the quality is fine. I will use the second and the fifth, they are the liveliest.
> Lovely, thanks

Before {day}
< Hi {c}, just to be sure that we agree: we meet {on} at your place, and I bring the material on {topic}.
> Agreed, thanks. I'll keep you a space

Invoice for {month}
< Hello {c}, attached is the invoice for {month}, including the work on {topic}. If anything is unclear, I am here.
> Received, thank you. Passing it on for payment

An idea
> {us}, I was thinking about {topic} last night. What if we made something of it for the holidays? A personal story rather than one more dry release.
< I like that. A personal story will do much better. I'll sketch a first direction and we'll talk.
> Always good to work like this, thanks

Where did {topic} end up
> Hi, where did {topic} end up?
< It is settled: Sunday morning, half a page, with the picture that you chose.
> Wow, I did not expect half a page. Thank you!

Interview
< Hi {c}, the radio called me, they would like to hear about {topic}. Five minutes, {on} in the morning. Does that suit you?
> It does. What should I say?
< Two things: one true example, and where people can turn. I am sending you a one-page brief before it.
> Thanks, I feel calmer now

The link
> Hello {us}, could I have the link to the article on {topic} again? I can't find it.
< Of course, here it is, and there is a copy in the shared folder.
> Thanks!

Minutes
< Hello {c}, thank you for the meeting. We agreed: {topic} comes first, the budget stays as it is, and at the end of the month we stop and look at what worked.
> Confirmed, that is exactly it. Thanks

A small change
> Hi {us}, a small change: the name is without "The". Could you correct it in the text on {topic} before it goes out?
< Done, and I checked the headline and the caption as well.
> You are a star, thank you

Results
< Hi {c}, I put together what came of {topic}: four mentions, two of them prominent, and a nice rise in visits to the site. It is all in the document.
> How lovely. I passed it on to the whole team, thanks

Advice
> Hello {us}, a journalist turned to me directly about {topic}. Should I answer or send him to you?
< Thank you for asking. Better send him to me, I know him and what he is after.
> Done, thank you

The list
> Good morning, who got the invitation about {topic} in the end? They are asking me here.
< Good morning, we sent it to thirty-two, and eleven have said yes. The full list is in your mail now.
> Got it, thanks

The photo day
< Hi {c}, the photographer is free {on} from ten to one. That is enough for {topic}, and it won't stop your work.
> Perfect, see you then, thanks

Headline
> Hi, I can't decide on the headline for {topic}. The first is strong but a bit loud. What is your view?
< I would go for the second. It is quieter, and people believe it.
> You convinced me. Thanks

Thank you
> {us}, I only wanted to say thank you for the work around {topic}. We had so many good reactions.
< What a pleasure to hear. It is a good story, it was easy to tell.

The draft
< Hi {c}, I have begun to write the text on {topic}. I will send you a first draft {by}.
> Excellent, thank you

A quote
> Hello {us}, could we have a proper quote for {topic}? I have to pass it on to the board.
< Sure {c}. I'll prepare a detailed quote and send it {by}.
> Thank you very much!

The timetable
> Hi, who makes the timetable for {topic}?
< I do. You will have it from me {by}, with a name beside every line.
> Great, thanks

Arranging
< Hi {c}, I am talking to them about {topic} and will get back to you with an answer {by}.
> Fine, thank you

Logo
< Hi {c}, I still need the logo in full size for {topic}. Do you have it?
> The designer has it. I will send it to you {by}.
< Thank you, I'll wait for it.
> Sent just now, thanks

Figures
< Hi {c}, to finish {topic} we need the figures of the quarter.
> I will send them to you {by}.
< Excellent.
> Done, thanks

A line for the site
> Hello, we need a short text for the site on {topic}. Four lines will do.
< Hello {c}, here are four lines. I added a headline in case it goes up on the front page.
> Perfect, thank you
""")

LOVELY = talks("""
A good day
> Dear {us}, I just wanted to tell you that the article on {topic} hangs on our wall. Everybody who comes in stops to read it. Thank you from all my heart.
< {c}, you made my day. We would love to see a picture of the wall.

For nothing
> Hi {us}, three families came to us because of {topic}. I told all of them who is behind it.
< How lovely, {c}. Thank you for telling us, not everybody does.
> Well deserved, thanks

Something small
> Hello {us}, I have no request at all, I only wanted to send you a picture of {topic}. It was wonderful.
< Wonderful! May we use it on our page too?
> With great pleasure, thank you

Before the season
> Hi {us}, we are beginning to think about {topic}. No hurry at all, whenever you have time.
< Hi {c}, with pleasure. I see two directions already, let us talk next week.
> Excellent, thank you

A kind word
> {us}, a friend asked me whom to work with and I gave her your name without thinking twice. The work on {topic} was a joy.
< Thank you {c}, there is no greater compliment.

Happy holidays
> Happy holidays to the whole team! Thank you for a wonderful year, and for {topic} above all.
< Happy holidays to you too, {c}. Working with you is a pleasure.
""")

CHATS = talks("""
-
> Hi {us}, did you see the piece on {topic}? 😊
< I did! It came out beautifully
> Very. Thanks

-
< Hi {c}, the reporter is half an hour late. All right with you?
> All right, we wait for him with coffee
< 👍

-
> Can we talk about {topic} for a moment?
< Sure, I'll call in ten minutes
> Thanks

-
> Just sent the new logo
< Got it, sharp and clear. Thank you

-
< {c}, we made it! Page three, {topic}
> How great!! Thanks

-
> Where does one park at your office?
< Behind the building, there is a space in your name
> Thanks!

-
< Hi, just a reminder that they come tomorrow to film {topic}
> I remember, all ready. Thanks
""")

CALLS = talks("""
-
> Call with {c} about {topic}. Went through the timetable, everything is clear.

-
< Call with {c} about {topic}. Went over the text on the phone, two small corrections, approved.

-
< Rang {c} with news on {topic}. A good talk, it mattered to say it in person.

-
> {c} on the phone, from the car: happy with {topic}. We also spoke of the family and the end-of-year load.

-
< A short call with {c}: settled who speaks to the journalist about {topic}.

-
> {c} on the phone, asking for advice on {topic}. I suggested waiting a week, and that was accepted.
""")

MEETINGS = talks("""
-
< Meeting at {c}'s: went through the quarter, {topic} first. Good mood, left with a short list.

-
< Coffee with {c}. Spoke about {topic} and about what did not work last year. Honest and pleasant.

-
< Working meeting at our office with {c}: a plan for {topic}, who does what, the budget.
""")

PRESSED = talks("""
What about {topic}?
> Good morning, any news on {topic}? My investors ask me every day.
< Good morning {c}. Still being edited, it goes up tomorrow. Nothing for you to do.
> Thanks

{topic} again
> Hi, me again. Do we know if {topic} comes out today or tomorrow?
< Tomorrow morning. They told me so an hour ago.

Rather urgent
> {us}, I need an answer on {topic} by noon, is that possible?
< It is: yes, approve it. I have spoken to them.
> OK thanks

Status
> What is the status?
< {topic}: sent, we wait for the editor. The second text is with the translator. The rest is on time.
> Excellent thanks

One more question
> Sorry for flooding you, one more question: who speaks to the photographer about {topic}?
< I do. We set ten o'clock, all arranged.
> Thanks!

Morning
> Hi {us}, before the meeting: one sentence on {topic}?
< We went out to six journalists, two have answered already, we go on today.

{topic}, once more
> I saw that the competition has published. Where are we with {topic}?
< I saw it too. Ours comes out {on}, with figures that they don't have. Better good than first.
> Accepted. Thanks

For approval
> What is the next step on {topic}? Who waits for whom?
< They wait for a quote from you, two lines. I drafted one, it only needs your yes.
> Approved, thanks

Update?
> Could I have a short update on {topic}?
< Sure: approved yesterday, filmed today, text tomorrow. So far all to plan.
> Thank you

Just making sure
> Just making sure that it did not fall between the chairs: {topic}?
< It did not. It is with me, at the top of the list.
""")

DISPUTE = talks("""
The last bill
> Hello {us}, I got the bill and I don't understand it. We agreed on a fixed sum, and suddenly there is a line for extra work on {topic}. Can you explain?
< Hello {c}, I see why you ask. The extra is for the second photo session, which was not in the offer. I am forwarding the mail in which we agreed on it.

Re: The last bill
> I saw the mail. There is no price in it. As far as I am concerned I did not approve any extra.
< You are right that no price was written, and that is our mistake. Let us speak on the phone and find a fair way.

About our call
> After the call I am still not happy. Half of the extra is still an extra that I did not ask for.
< {c}, thank you for being frank. I went over the hours again: we absorb the whole second session, and from now on every extra is written down with its price before we begin.

Credit note
> I saw the credit note. I appreciate it, but honestly, some trust is gone. Let's see how it goes on.
< I understand, {c}. We will earn it back by our work. On Sunday you get a full timetable with a price beside every line.
""")

DRAINING = talks("""
One more correction
> Hi {us}, one very last correction in the text on {topic}. Can we bring back the sentence that we deleted yesterday?
< It is back. This is version seven, and I think the best one.

Actually
> Actually, I went back to the earlier version. And perhaps another picture for {topic}? Not urgent, but tonight would help.
< The picture is changed. The text is back at version five, as you asked.

Friday
> Sorry to write on a Friday. My [wife|sister] thinks that the colour in {topic} is too dark. Could you check?
< I checked, it is the screen. In print it is lighter, a sample is attached.

A small question
> A small question: why does the text on {topic} say "new" and not "innovative"? Could we think about it again?
< We did: "new" is short and sounds true. It stays, unless it matters a lot to you.
> All right, it stays, thanks

Not what I imagined
> I got the design for {topic}. It is not what I imagined. I can't explain, but I'll know when I see it. Could we have three more options?
< I am sending two more. To get it right this time: three examples that you love would help a lot.

Just before
> Just before {topic} goes out, my son suggested another name. Is it too late?
< The print is closed, but it can still go into the digital invitations.
""")

NAGGING = talks("""
{topic}
> Hello {us}, I sent material on {topic} and would like to know if it fits.
< Hello {c}, sorry for the delay. I read it, it fits, I edited it lightly.
> Thanks

No answer yet
> Hi, I have not had an answer about {topic} yet. Is everything all right?
< Hi {c}, all well, it was very busy here. Here are the answers to all the points.

A reminder
> Just a small reminder about {topic}. I know how busy you are. When can I have an answer?
< You are right, {c}. It is with you now, corrections included.
> Thanks, received

A list
> I collected everything that is open around {topic}. Nine points. Could we go over them together?
< I went through all of them, the answers are in the list. Two are better settled on the phone.
""")

LEAVING = talks("""
Next year's budget
> Hello {us}, we are putting next year's budget in order and look at every expense. I will come back to you.
< Hello {c}, I understand. If it helps, I can write a short summary of what we did this year around {topic}.

Re: Next year's budget
> No need for a summary. We will stop {topic} for now.
< All right, we stop. When it suits you we sit down and think together.

Material
> Could we please have all files and pictures of the past year? In one folder, in order.
< Everything is in the shared folder, by month. If anything is missing I will add it at once.
> Received

Passwords
> We also need the passwords of the pages. Another agency takes care of this for us now.
< I have handed over all the rights. {c}, I would be glad of a short talk, even if the decision is made.
""")

COOL = talks("""
{topic}
> Received.
< Glad that it arrived, {c}. If anything should be changed, I am here.

Monthly report
< Hello {c}, attached is the monthly report. {topic} went well, I am curious what you think.
> Seen.
< Thank you {c}. If there is a question, I am here.

Meeting
< Hi {c}, we have not sat together for a while. Coffee {on}?
> Not this week.
< No problem, whenever it suits you.

Approval
< {c}, the text on {topic} is ready. May it go out?
> Approved.
< It goes out tomorrow morning, thank you {c}.
""")

FORGOTTEN = talks("""
A question about {topic}
> Hi {us}, we have to decide about {topic} and without you it won't move. What do you think, should we go for the early date or wait until after the holidays? I'd be glad of an answer this week so that I can settle it with the printer.
< We go for the early one.
""")

ANGRY = talks("""
This is not acceptable
> {us}, I am angry and I say so plainly. You promised me that I would see the text on {topic} before it comes out, and instead I read it in the paper, with our name spelled wrong. This is the second time. It is unprofessional and I won't accept it. What is going on over there?
< I'll call you.
""")

ENQUIRY = talks("""
Enquiry from the site
> Hello, we open a small café in the neighbourhood in a month and look for somebody to help with {topic}. A friend gave me your name. How does it work, and what does it cost roughly?
< Hello {c}, thank you for turning to us, and congratulations! We begin with one meeting without any obligation. {day} morning is free, at your place or at ours.
> Excellent, that suits me. Thanks
""")

MIXED = talks("""
Press kit
> Hi {us}, the press kit is ready. בבקשה להשתמש בגרסה השנייה, the first one is out of date. Can it go up?
< Hi {c}, it is up. הקישור עובד, and I checked it on a phone too.
> Great, thanks!

{topic}
> Hi {us}, quick question about {topic}: do we need Hebrew as well or is English enough?
< Better both. We will translate, יומיים מספיקים.
> Perfect, תודה

Numbers
> Here are the numbers of the quarter, 40% growth year over year. Use them in the text on {topic}, בשמחה.
< Strong numbers. They go into the opening, with the source.
> Thanks!

Interview
< {c}, the reporter from Wired asked for fifteen minutes. {day} at five, מתאים?
> Works for me, thanks
""")

PROMISED = talks("""
{topic}
> Hi {us}, how is the material on {topic} coming along? I want to show it to my partners.
< Hi {c}, it is coming along well. I will send you {thing} {by}.
> Excellent, thanks
""")

MOVED = talks("""
I have not forgotten
< Hi {c}, I have not forgotten you. The designer is ill and the figures came late, so the work plan won't be ready on the day that I named. New date: next {day}, and then it will be complete.
> Thanks for telling me in time, fine
""")

OWED = talks("""
Pictures of the ceremony
< Hi {c}, to finish {topic} I still need large pictures. Do you have any?
> Yes, our photographer has them. I will send you {thing} {by}.
< Great, I am looking forward to them.
""")
