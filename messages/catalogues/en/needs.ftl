# Read by a native speaker of English: not yet.

command-needs = Special needs: what the contact person sees

needs-to-ask = Special needs
needs-to-workshop = ‹ Back to the workshop
    .simple = Back to the workshop
needs-head = The question about special needs
needs-are-off = We do not ask about this at the moment. Answers are data about health: only the one person whom you name here will see them, without names. They are in no list and no file. They go a week after the workshop.
needs-are-on = We ask. The answers are seen only by: { $name } (account { $who }), with /needs.
needs-switch-on = Switch on and name a person
needs-switch-off = Switch off
needs-change = Change the person or the wording
needs-who = Who is to see the answers? It has to be somebody with a role at this workshop. /id tells each person the number of their account.
needs-me = Myself
needs-somebody = Account { $who }
needs-name = How shall we call this person to residents? Write a first name and what they do, for example.
needs-name-again = Please write a name or a function: from 3 letters to { $longest } characters.
needs-on = Saved. People registered for the workshop can now say what they need.
needs-off-ask = Switch this question off? We delete everything that people have written so far, and let them know.
needs-off-yes = Yes, switch it off and delete
needs-off = Switched off and deleted.

needs-contact-changed = The person who sees special needs has changed. So we have deleted what you told us. If you like, tell us once more.
needs-contact-gone = At this workshop we no longer ask about special needs. We have deleted what you told us. Please write to the office about it: the address is in /help.

needs-came = Somebody has told us about special needs: { $title }
needs-look = Look
needs-see-which = Special needs: of which workshop?
needs-not-contact = You are not the contact for special needs at any workshop at the moment.
needs-seen-head = Special needs, without names and in an order that says nothing. You alone see this; please pass it on to nobody.
needs-none = Nobody has written anything yet.
needs-count = { $need }: { $count }
needs-item = – { $needs }
    .simple = One person: { $needs }
