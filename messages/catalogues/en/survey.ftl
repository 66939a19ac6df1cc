# Read by a native speaker of English: not yet.

survey-intro =
    { $kind ->
        [after] The workshop is over. We ask the same once more:
        [follow_up] Some time has passed. We ask the same once more:
       *[before] Before we meet, we would like to know what matters to you:
    } { $questions ->
        [one] { $questions } question.
       *[other] { $questions } questions.
    }
survey-until = You can answer until { $deadline }.
survey-not-open = The questions of this workshop are not open at the moment.
survey-registered-only = These questions are for people registered for the workshop.
survey-restarted = Things have changed a little here since last time. Your answers are below.
begin = Let’s start
resume = Back to the questions
later = Finish later
later-text = Your answers so far are kept. You can come back to them with /survey until { $deadline }.

question-header = Workshop on { $day } · question { $number } of { $of }
    .simple = Workshop on { $day }, question { $number } of { $of }
question-text = <b>{ $text }</b>
question-more = More about this question
question-less = Hide the explanation
question-required = We need an answer to this question before we go on.
remove-answer = Remove the answer
next-chosen = Next (chosen { $chosen } of { $places })

rank-how =
    { $places ->
        [one] Choose { $places } theme.
       *[other] Choose up to { $places } themes, starting with the most important.
    }
rank-numbers = Themes with numbers. You can write numbers or names, starting with the most important:
rank-full =
    { $places ->
        [one] You have { $places } theme. To choose another, tap the chosen one and remove it.
       *[other] You have { $places } themes. To add another, tap one of the chosen ones and remove it.
    }
rank-already = { $theme } is on your list already.
rank-unknown = There is no theme “{ $words }” on the list. If it is another theme, please write it separately.
rank-not-understood = There is no such theme on the list. Please choose one of the buttons.
place-taken = { $place }. { $theme }
place-free = { $place }. –
    .simple = { $place }. free
place-short = { $place } { $theme }
    .simple = place { $place }: { $theme }
theme-chosen = { $place } · { $theme }
    .simple = Remove from place { $place }: { $theme }
theme-higher = ↑ { $theme }
    .simple = Higher: { $theme }
theme-number = { $number }. { $theme }
theme-gone = this theme is no longer on the list
themes-none = No theme chosen.
own-write = Another theme – I’ll write it
own-how =
    { $longest ->
        [one] Write the theme in a few words (up to { $longest } character).
       *[other] Write the theme in a few words (up to { $longest } characters).
    }
    People at the office will read it, without your name.
own-similar =
    { $count ->
        [one] We have a similar theme. Did you mean this one?
       *[other] We have similar themes. Did you mean one of them?
    }
    Your words: “{ $words }”
own-keep = No, it is another theme: “{ $words }”
own-never-mind = ‹ Back to the list
    .simple = Back to the list
own-added = Added: “{ $words }”.
own-already = You have this theme on your list already.
own-yours = { $theme } (your theme)
own-link = We don’t collect links here. Please write the theme in words.
own-phone = This looks like a phone number. Please don’t give it here; write the theme in words.
own-too-short =
    { $letters ->
        [one] That is too short for a theme. We need at least { $letters } letter.
       *[other] That is too short for a theme. We need at least { $letters } letters.
    }
own-too-long =
    { $length ->
        [one] That is a little long: { $length } character
       *[other] That is a little long: { $length } characters
    }, and { $longest } fit. Please cut it to a few words.

single-how = Choose one answer.
multiple-how =
    { $most ->
        [one] Choose { $most } answer.
       *[other] Choose up to { $most } answers.
    }
multiple-chosen = Chosen: { $chosen }.
multiple-full =
    { $most ->
        [one] You can choose { $most } answer. Please remove the chosen one first.
       *[other] You can choose { $most } answers. Please remove one of the chosen first.
    }
choice-not-understood =
    { $count ->
        [one] There is no such answer. There is { $count } to choose from.
       *[other] There is no such answer. There are { $count } to choose from: write a name, a number, or choose a button.
    }
scale-ends = { $low } – { $low-label } · { $high } – { $high-label }
    .simple = { $low } means: { $low-label }. { $high } means: { $high-label }.
scale-how = From { $low } to { $high }.
scale-answer = { $value } of { $high }
no-opinion = No opinion
no-opinion-chosen = ✓ No opinion
    .simple = Chosen: No opinion
number-how = Write a number from { $low } to { $high }.
number-answer = { $value }
number-not-understood = We need one number from { $low } to { $high }.
text-how =
    { $longest ->
        [one] Write a few words, up to { $longest } character. People at the office will read them, without your name.
       *[other] Write a few words, up to { $longest } characters. People at the office will read them, without your name.
    }
text-so-far = So far: “{ $text }”
text-empty = We see no words here. Please write it again.
text-too-long =
    { $length ->
        [one] That is a little long: { $length } character
       *[other] That is a little long: { $length } characters
    }, and { $longest } fit. Please shorten it.
reason-about = Your first theme: <b>{ $theme }</b>.

review-head = <b>Check before you send</b>
review-empty = There is no answer yet. Please answer at least one question.
review-changed = The changes have not been sent yet.
review-unchanged = This is what you have sent.
answer-line = { $question } – { $answer }
    .simple =
        { $question }
        Answer: { $answer }
answer-reason = Why { $theme }: { $answer }
answer-gone = this answer is no longer on the list
not-answered = skipped
edit-themes = Change themes
edit-reason = Change reason
edit-scale = Change rating
edit-answer = Change answer
edit-named = Change: { $question }
send = Send
send-changes = Send changes
drop-changes = Leave it as it was
sent-note = Sent.
thanks = Thank you. You can change your answers until { $deadline }.
edit-answers = Change my answers
closed = These questions are closed.
closed-sent = These questions are closed. The answers that you sent count:
closed-draft = These questions are closed. Below is your draft. It was not sent, so it does not count; only you can see it.

card-head = <b>Your themes before the workshop and after it</b>
card-before = Before: { $themes }
card-after = After: { $themes }
card-nothing = no themes chosen
card-others-later = We will show what others chose once the questions close.
card-others = The results show what others chose.
card-none = Your card is made once you have answered before the workshop and after it.
