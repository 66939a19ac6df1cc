# Read by a native speaker of English: not yet.

workshops-head =
    { $count ->
        [one] The workshop that is on or coming up:
       *[other] There are { $count } workshops on or coming up. Which one interests you?
    }
workshops-none =
    { $news ->
        [offered] We are not asking anything at the moment. We can tell you when the next workshop is planned.
        [promised] We are not asking anything at the moment. We will tell you when the next workshop is planned.
       *[none] We are not asking anything at the moment. Please look in again later.
    }
workshop-dated = { $title } ({ $day })
workshop-gone = That workshop is no longer here. The list has those that are on or coming up.
workshop-cancelled = This workshop was cancelled.
workshop-open =
    { $answered ->
        [yes] You have sent your answers. You can change them until { $deadline }.
       *[no] Questions are open until { $deadline }.
    }
workshop-coming = Workshop: { $when }.
workshop-over = This workshop has taken place.
wave-opens =
    { $kind ->
        [after] Questions after the workshop open on { $when }.
        [follow_up] We will come back with questions on { $when }.
       *[before] Questions before the workshop open on { $when }.
    }
follow-offer = Tell me about the next ones: { $series }
follow-ask = Shall we tell you about the next activities of this series? This is a separate consent; you can take it back at any time.
following = You will get a message about the next activities of this series.
follow = Yes, please tell me
unfollow = I no longer want this
follow-on = Saved: we will tell you.
follow-off = Saved: we will not write about this series any more.
code-ask = This workshop is for people who have a code. Please write it here.
code-fits = The code is right.
code-wrong = That code is not right. Please check it and write it again.
code-too-many = Too many tries. Please ask for the code: { $contact }.
invitation-roles = Your roles:
invitation-not = This invitation is out of date or was used already. Please ask for a new one.

to-results = Results
to-card = My card
results-were-sent = We sent the results in a separate message. You will find them above in this chat.
results-none = There are no results yet.
results-none-yet = There are no results yet. We show them when the questions have closed ({ $when }).
later-offer = Ask me again after some time
later-needed = This survey is for those who agreed to be asked again later. If you agree, come back to it with /survey.
later-ask = May we ask you again when some time has passed? This is a separate consent; you can take it back in the settings.
later-agreed = We may ask you again when some time has passed.
later-yes = Yes, you may
later-no = No, thank you
later-on = Saved: we will ask again.
later-off = Saved: we will not ask later.
