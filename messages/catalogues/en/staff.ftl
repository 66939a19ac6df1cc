# Read by a native speaker of English: not yet.

command-results = Survey results

staff-results-choose =
    { $count ->
        [0] There is no workshop with results yet.
       *[other] Which workshop’s results?
    }
staff-which-wave = Which questions?
staff-wave =
    { $wave ->
        [before] Before the workshop
        [after] After the workshop
       *[other] Some time after the workshop
    } · { $state ->
        [planned] not begun yet
        [open] open now
       *[other] closed
    }
staff-other-wave = Other questions
staff-not-begun = These questions begin: { $when }.
staff-computed = The questions are closed and the results are being computed. That usually takes a few seconds.
staff-look-again = Look again
staff-released-at = Results are shown once the questions close: { $when }.
staff-view-summary = <b>Summary</b>
staff-view-themes = <b>Theme by theme</b>
staff-view-groups = <b>Groups</b>
staff-view-change = <b>Change</b> among people who answered twice
staff-view-own = <b>People’s own themes</b>
staff-view-method = <b>Method</b>: unweighted and weighted
staff-view-areas = <b>Agreed areas</b>
staff-to-areas = Areas
staff-to-summary = Summary
staff-to-themes = Theme by theme
staff-to-groups = Groups
staff-to-change = Change
staff-to-own = Own themes
staff-to-method = Method
staff-picture = Picture
staff-file-xlsx = Excel
staff-file-csv = CSV
staff-file-csv-pl = CSV (Excel)
staff-file-json = JSON
staff-file-html = Report
staff-file-pdf = Report (PDF)
staff-file-statement = Consultation statement (template)
staff-no-pdf = There is no Chromium on this server to make the PDF. Take “Report” instead: you can print it from a browser.
staff-file-comes = Coming in a message of its own.
staff-research = Research file
staff-research-about = <b>Research file</b>: a row for each theme chosen, with the person’s group, district and age. No names and no words of their own; people’s codes are new in each file. At least five people share each combination of group, district and age in it. Of rarer ones some or none of the three are given, but nobody is left out: one person missing would give their answers away. When fewer than five people answered, the file is empty.
staff-research-care = This file does not protect small groups as the published results do. Keep it where you keep personal data, and do not pass it on. Each time it is taken is written into the log.
staff-research-is = research file
staff-research-too-many = There are so many answers that the file does not fit into Telegram. Whoever looks after the server makes it: <code>./wspolnie export --research</code>.
staff-file-research-csv = CSV for research
staff-file-research-sav = SPSS
staff-again = Release again
staff-again-ask = The results are counted and published once more, for example after themes were merged or paper answers were added. The earlier release stays. Write briefly why (up to { $most } characters). Everybody will be able to read it, so no names please.
staff-again-too-long = Write a shorter reason: { $most } characters at most.
staff-again-asked = We are counting. We will write when the results are ready.
staff-again-waits = These results are being counted once more right now.
staff-again-look = Results
staff-again-outcome =
    { $outcome ->
        [done] The results are published again. This is release number { $number }.
        [close] The results were not published again. Since the earlier release the answers of fewer than five people have changed, and the difference between the two would show what they answered. Try again when there are more.
        [themes] The results were not published again, because a theme is merged into one that is itself merged or gone. Undo one of these merges under /themes, then ask again.
       *[refused] The results were not published again, because you no longer have a role that allows it.
    }
staff-not-released =
    { $why ->
        [ballots] The results are not published yet: while they were shown live, several people deleted their answers, and the difference between the results and the live view would show what fewer than five people answered. We try again by ourselves when more answers come or go.
       *[themes] The results cannot be counted, because a theme is merged into one that is itself merged or gone. Undo one of these merges under /themes. We then try again by ourselves.
    }
staff-plain-share = unweighted: { $share }
staff-weighted-share = weighted: { $share }
staff-effective-people = { $count ->
    [one] { $count } person answered; with weights that is as much as { $effective }.
   *[other] { $count } people answered; with weights that is as much as { $effective }.
}
staff-people-chose =
    { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
staff-group-people =
    { $count ->
        [one] { $count } person
       *[other] { $count } people
    }, most often:
staff-place = Place by points: { $place } (range { $low }–{ $high })
staff-some-hidden = Some numbers are hidden: too few people.
staff-before-after =
    Of { $n ->
        [one] { $n } person
       *[other] { $n } people
    } chose it: before { $before }, later { $after }
staff-own-few = Own themes that nobody has looked at yet: fewer than 5 people.
staff-own-waiting =
    { $count ->
        [one] { $count } person has an own theme that nobody has looked at yet.
       *[other] { $count } people have own themes that nobody has looked at yet.
    }
staff-own-accepted = Accepted: { $name }
staff-own-merged =
    { $name }: { $count ->
        [one] { $count } own theme counts here
       *[other] { $count } own themes count here
    }
staff-own-none = No own theme has been accepted or merged with another yet.

command-roles = Roles: who may do what, invitations
command-audit = Log: who did what

your-id = Your number in Telegram: <code>{ $id }</code>
your-id-what-for = Tell it to the administrator if they are to give you a role. It is no password: without them it opens nothing.

staff-roles-head = <b>Who may do what</b>
staff-role-name = { $role ->
        [owner] responsible for the bot
        [organiser] organising the workshop
        [staff] staff of the office
        [researcher] research
       *[facilitator] facilitating the workshop
    }
staff-role-setting = { $who }: responsible for the bot (from the setting OWNER_IDS)
staff-role-held = { $who }: { $role ->
        [owner] responsible for the bot
        [organiser] organising the workshop
        [staff] staff of the office
        [researcher] research
       *[facilitator] facilitating the workshop
    } · { $where }
staff-role-take = Take away: { $who } · { $role ->
        [owner] responsible for the bot
        [organiser] organising the workshop
        [staff] staff of the office
        [researcher] research
       *[facilitator] facilitating the workshop
    }
staff-roles-invitations = <b>Invitations that nobody has used yet</b>
staff-role-open = { $role ->
        [owner] responsible for the bot
        [organiser] organising the workshop
        [staff] staff of the office
        [researcher] research
       *[facilitator] facilitating the workshop
    } · { $where } · until { $until }
staff-role-link = Link: { $role ->
        [owner] responsible for the bot
        [organiser] organising the workshop
        [staff] staff of the office
        [researcher] research
       *[facilitator] facilitating the workshop
    } · until { $until }
staff-role-new = New invitation
staff-role-which = Which role?
staff-role-may-owner = Responsible for the bot: everything, giving roles too.
staff-role-may-organiser = Organising the workshop: workshops, timeline, messages to people, results.
staff-role-may-staff = Staff of the office: results, and the themes that residents proposed.
staff-role-may-facilitator = Facilitating the workshop: the room and the results, nothing about single people.
staff-role-may-researcher = Research: results and, of workshops that said so beforehand, the research file too.
staff-role-where = { $role ->
        [owner] responsible for the bot
        [organiser] organising the workshop
        [staff] staff of the office
        [researcher] research
       *[facilitator] facilitating the workshop
    }: for which workshop?
staff-role-everywhere = all workshops
staff-role-invited = The invitation is ready.
staff-role-link-how = Pass this link on to one person. It works once, for a week.
staff-role-link-elsewhere = The link was shown once, when it was made. You can only revoke it.
staff-role-invitation-gone = Somebody has used this invitation, or it has run out.
staff-role-revoke = Revoke the invitation
staff-role-revoked = The invitation is revoked.
staff-role-gone = Nobody has this role any more.
staff-role-take-ask = Take this role away? It works at once, also in whatever the person has open now.
staff-role-take-yes = Yes, take it away
staff-role-taken = The role is taken away.
staff-role-last-owner = This is the last person responsible for the bot. Invite the next one first.
staff-role-was-taken = This role is no longer yours: { $role ->
        [owner] responsible for the bot
        [organiser] organising the workshop
        [staff] staff of the office
        [researcher] research
       *[facilitator] facilitating the workshop
    }.

staff-audit-head =
    { $count ->
        [0] The log is empty.
       *[other] <b>Log</b>: the newest entries
    }
staff-audit-entry = { $when } · { $who }: { $act }
staff-audit-older =
    { $count ->
        [one] { $count } older entry is in the file.
       *[other] { $count } older entries are in the file.
    }
staff-audit-by-command = command line
staff-audit-by-person = person { $mark }
staff-audit-by-timeline = timeline
staff-audit-act =
    { $act ->
        [workshop-created] sets up a workshop
        [workshop-changed] changes a workshop
        [workshop-announced] publishes a workshop
        [workshop-cancelled] calls a workshop off
        [workshop-done] closes a workshop
        [timeline-move] moves a message
        [timeline-switch] switches a message on or off
        [timeline-whom] changes the recipients of a message
        [timeline-text] changes the words of a message
        [timeline-reword] rewords a paused message
        [timeline-fire] sends a message at once
        [announcement-sent] has an announcement sent
        [announcement-confirm] confirms an announcement
        [announcement-refuse] refuses an announcement
        [announcement-pause] pauses an announcement
        [announcement-resume] resumes an announcement
        [announcement-cancel] cancels an announcement
        [announcement-unreached] looks at who was not reached
        [announcement-reword] rewords an announcement
        [announcement-repeat] repeats deliveries of an announcement
        [role-invited] invites to a role
        [role-accepted] accepts a role
        [role-invitation_revoked] revokes an invitation
        [role-taken] takes a role away
        [results-sent] takes results away
        [research-made] downloads the research file
        [audit-sent] downloads the log
        [audit-aged] removes the oldest log entries
        [person-forgotten] a person’s data removed at their wish
        [retention-kept] removes data past their term
        [theme-accept] accepts a theme
        [theme-rename] renames a theme
        [theme-translate] translates a theme
        [theme-merge] merges themes
        [theme-reject] rejects a theme
        [theme-undo] undoes a decision on a theme
        [areas-begin] starts areas from the shortlist
        [areas-add] adds an area
        [areas-name] renames an area
        [areas-sentence] changes the sentence of an area
        [areas-put] puts a theme into an area
        [areas-take] takes a theme out of an area
        [areas-split] splits an area
        [areas-merge] merges areas
        [areas-move] reorders areas
        [areas-remove] removes an area
        [areas-agree] marks the areas as agreed
        [areas-reopen] takes the areas back to a draft
        [areas-tell] tells of the agreed areas
        [areas-ask] asks the room about the areas
        [areas-end] ends the question about the areas
        [theme-split] splits a theme
        [day-room] opens the questions in the room
        [day-longer] leaves the questions open longer
        [day-close] closes the questions before the workshop
        [day-after] opens the questions after the workshop
        [day-overrun] moves the end of the workshop
        [day-link] opens the live screen
        [day-renew] changes the live screen’s address
        [day-live] switches live themes on or off
        [needs-asked] changes the question about special needs
        [needs-seen] reads special needs
        [results-again_asked] asks to release results again
        [checkin-put] checks somebody in
        [checkin-undo] undoes a check-in
        [checkin-add] adds a person without a phone
        [checkin-remove] takes away a person without a phone
        [checkin-list] downloads the list of registrations
        [theme-show] shows a proposal in the room
        [theme-hide] hides a proposal in the room
        [paper-printed] prints ballots
        [paper-imported] brings paper ballots in from a file
        [paper-typed] types in a paper ballot
        [paper-helped] helps somebody answer
        [paper-forgotten] forgets a paper ballot
       *[other] { $act }
    }
staff-audit-file = The whole log (CSV)
staff-audit-file-is = The log: who did what. People appear under random marks.
staff-audit-column-at = When
staff-audit-column-actor = Who
staff-audit-column-act = What
staff-audit-column-workshop = Workshop
staff-audit-column-about = Details

command-themes = Themes that residents proposed

staff-themes-choose =
    { $count ->
        [0] There is no workshop with proposals yet.
       *[other] Which workshop’s themes?
    }
staff-themes-head =
    { $count ->
        [0] No proposed theme is waiting.
        [one] { $count } proposed theme is waiting.
       *[other] { $count } proposed themes are waiting, those most similar to others first.
    }
staff-themes-accepted = Those accepted earlier are at the end of the list: { $count }.
staff-theme-ballots =
    { $count ->
        [0] On the lists of fewer than 5 people.
       *[other] On the lists of at least { $count } people.
    }
staff-theme-in =
    { $language ->
        [pl] In Polish
        [uk] In Ukrainian
       *[en] In English
    }: { $name }
staff-theme-accept = Accept as a theme of its own
staff-theme-into = Merge into: { $theme }
staff-theme-merge = Merge into another…
staff-theme-merge-which = Which theme should it count with?
staff-theme-name =
    Name { $language ->
        [pl] in Polish
        [uk] in Ukrainian
       *[en] in English
    }
staff-theme-ask-name =
    Write the name { $language ->
        [pl] in Polish
        [uk] in Ukrainian
       *[en] in English
    }, up to { $most } characters. Ballots keep the words somebody wrote.
staff-theme-reject = Reject…
staff-theme-ask-reason = Why? Write one sentence. It stays in the workshop’s records, and whoever proposed the theme reads it if they want to know what became of it.
staff-theme-show = Show in the room
staff-theme-hide = Hide in the room
staff-theme-show-done = Facilitators can show these words in the room now. Nobody sees who wrote them.
staff-theme-hide-done = The room does not see these words any more.
staff-theme-accepted = Accepted: residents can choose it now.
staff-theme-merged = Merged.
staff-theme-rejected = Rejected.
staff-theme-named = The name is saved.
staff-theme-undone = Undone.
staff-theme-too-late = Somebody has decided on this meanwhile. The list is up to date.
staff-theme-to-split = Split merged ones…
staff-theme-split = { $theme } ← counts with: { $into }
staff-theme-split-head =
    { $count ->
        [0] There are no merged themes.
       *[other] Which theme should count by itself again?
    }
staff-theme-split-done = Split: it is a theme of its own again.
staff-theme-to-undo = Undo a decision…
staff-theme-undo-head =
    { $count ->
        [0] There is nothing to undo.
       *[other] Which decision should be undone?
    }
staff-theme-undo =
    { $kind ->
        [accept] accepted
        [rename] new name
        [translate] translation
        [merge] merged
        [split] split
       *[reject] rejected
    }: { $theme }

digest-head = <b>Digest</b>: { $when }
digest-stop = You can turn the morning digest off in /settings.
digest-answers =
    New answers: { $count ->
        [0] fewer than 5
       *[other] at least { $count }
    }
digest-registrations =
    { $state ->
        [going] New registrations
        [waiting] New people on the waiting list
       *[cancelled] Cancellations
    }: { $count }
digest-proposals = Proposals waiting: { $count }
digest-failed =
    Messages that did not arrive: { $count ->
        [0] fewer than 5
       *[other] at least { $count }
    }
