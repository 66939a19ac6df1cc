# Read by a native speaker of English: not yet.

command-areas = Areas: what the workshop agrees on

areas-state =
    { $state ->
        [none] <b>Areas</b>: none yet. An area is a name, one sentence, and the themes it covers.
        [agreed] <b>The basic list of areas, as agreed</b>
       *[draft] <b>Areas</b>: draft
    }
areas-named = <b>{ $place }. { $name }</b>
areas-named-button = { $place }. { $name }
areas-called = <b>{ $name }</b>
areas-covers = Themes: { $themes }
areas-covers-none = Covers no theme yet.
areas-outside =
    In no area: { $themes }{ $more ->
        [0] .
       *[other] {" "}and { $more } more.
    }
areas-begin =
    Start from the shortlist ({ $count ->
        [one] { $count } theme
       *[other] { $count } themes
    })
areas-begun = Each theme of the shortlist has its own area now. Merge and change them.
areas-add = + new area
areas-named-so = Another area has that name already. Please choose a different one.
areas-added = The area is there. Choose it to put themes into it.
areas-ask-new =
    Write the name of the new area ({ $language ->
        [pl] in Polish
        [uk] in Ukrainian
       *[en] in English
    }, up to { $most } characters).
areas-themes = Themes in this area
areas-themes-how = Tap a theme to put it in or take it out. A theme is always in one area.
areas-theme =
    { $where ->
        [here] ✓ { $name }
        [elsewhere] { $name } (in another)
       *[free] { $name }
    }
areas-ready = Ready
areas-name = Name
areas-sentence = One sentence
areas-ask-name =
    Write the name { $language ->
        [pl] in Polish
        [uk] in Ukrainian
       *[en] in English
    }, up to { $most } characters.
areas-ask-sentence =
    Write one sentence { $language ->
        [pl] in Polish
        [uk] in Ukrainian
       *[en] in English
    }: what this area is about. Up to { $most } characters.
areas-kept = Saved.
areas-missing = The name is still missing in: { $languages }.
areas-split = Split
areas-split-ask = Which theme should have an area of its own?
areas-split-done = The theme has an area of its own.
areas-merge = Merge with…
areas-merge-ask = With which area? That one keeps its name.
areas-merge-done = Merged.
areas-up = Up
areas-down = Down
areas-moved = The order has changed.
areas-remove = Remove
areas-remove-ask = Remove this area? Its themes will be in no area.
areas-remove-yes = Yes, remove it
areas-remove-done = Removed.
areas-gone = Somebody has removed this area. The list is up to date.
areas-are-fixed = The list is agreed, or the room is answering about it: it does not change now.
areas-ask = Ask the room
areas-ask-done = Those present get the list on their phones.
areas-end = End the question
areas-end-done = The question has ended.
areas-look = Look again
areas-agree = Mark as agreed
areas-agree-ask = Mark this list as agreed? It goes into the summary, the report and the files.
areas-agree-empty =
    { $count ->
        [one] One area covers no theme: { $areas }.
       *[other] { $count } areas cover no theme: { $areas }.
    } The summary will not show what they came from.
areas-agree-untold = Without a name in some languages: { $areas }. People who read those will see the name in another language.
areas-agree-yes = Yes, agreed
areas-agree-done = The list is agreed.
areas-reopen = Back to a draft
areas-reopen-done = It is a draft again. Summary and report do without it.
areas-news = At the workshop we agreed on the basic list of areas. The work that follows begins with it.
areas-news-state =
    { $state ->
        [late] Nobody has had a message about the agreed list yet, and the summary will not tell them.
        [waiting] The message about this list waits for a second organiser's word.
       *[told] The message about this list is on its way to those who take part, or has reached them.
    }
areas-tell = Tell those who take part
areas-tell-ask =
    We will send the agreed list to everybody who takes part: { $people }. Each of them gets it once.
areas-tell-yes = Yes, send it
areas-screen = Picture for the screen
areas-proposals =
    Residents’ proposals ({ $count })
areas-proposals-how =
    { $count ->
        [0] There is no proposal left to decide on.
       *[other] The room sees only the words that you show. Nobody sees who wrote them. Tap to show or to hide.
    }
areas-proposal =
    { $shown ->
        [yes] ✓ { $name }
       *[no] { $name }
    }
areas-check-open =
    The room is answering: { $people ->
        [0] fewer than 5 people
       *[other] at least { $people } people
    }.
areas-check-was = How the room answered when it was last asked about the list:
areas-check-count =
    { $answer ->
        [agree] I agree
        [live] I can live with it
       *[object] I object
    }: { $people ->
        [0] fewer than 5 people
       *[other] at least { $people } people
    }
areas-check-reasons = Why people object, without names:

check-ask = Is this a good list of areas for the town?
check-nameless = Answers are counted together. Nobody sees who answered what.
check-agree = I agree
check-live = I can live with it
check-object = I object
check-mine =
    Your answer: { $answer ->
        [agree] I agree
        [live] I can live with it
       *[object] I object
    }. You can change it while the room is answering.
check-ask-reason = Your objection is saved. What would have to change? Write one sentence, up to { $most } characters. Those who run the workshop read it, without your name.
check-without = Without a reason
check-reason-kept = Thank you, your reason is saved.
check-over = This question has ended. The people in the room look after the list.
check-not-here = This question is for people at the workshop. Show your ticket at the door, or give the code from the call.
