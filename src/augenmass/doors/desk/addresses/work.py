"""Mein Tag, tasks, notes, post, deadlines, absence."""

from django.urls import path

from augenmass.doors.desk.views import absence, deadlines, my_day, post, statements, tasks

CASE = "faelle/<uuid:key>/"

urlpatterns = [
    path("", my_day.page, name="my_day"),
    path("mein-tag/zweifel/", my_day.doubts, name="my_doubts"),
    path("mein-tag/ablauf/", my_day.expiring, name="my_expiring"),
    path(CASE + "aufgaben/neu/", tasks.new, name="task_new"),
    path(CASE + "vermerke/neu/", tasks.note, name="note_new"),
    path("aufgaben/", tasks.page, name="tasks"),
    path("aufgaben/<uuid:key>/", tasks.show, name="task"),
    path("aufgaben/<uuid:key>/erledigt/", tasks.done, name="task_done"),
    path("aufgaben/<uuid:key>/verlegen/", tasks.reschedule, name="task_reschedule"),
    path("aufgaben/<uuid:key>/uebergeben/", tasks.give, name="task_give"),
    path("posteingang/", post.page, name="post"),
    path("posteingang/neu/", post.new, name="post_new"),
    path("posteingang/erklaerung/", statements.from_file, name="post_statement"),
    path("posteingang/nachrichten/", post.mails, name="mails"),
    path("posteingang/nachrichten/<uuid:key>/", post.settle, name="mail_settle"),
    path("posteingang/<uuid:key>/", post.show, name="post_piece"),
    path("posteingang/<uuid:key>/zuteilen/", post.assign, name="post_assign"),
    path("posteingang/<uuid:key>/zuordnen/", post.link, name="post_link"),
    path("posteingang/<uuid:key>/erledigen/", post.answer, name="post_answer"),
    path("fristen/", deadlines.page, name="deadlines"),
    path("fristen/<uuid:key>/", deadlines.show, name="deadline"),
    path("fristen/<uuid:key>/bestaetigen/", deadlines.confirm, name="deadline_confirm"),
    path("abwesenheit/", absence.page, name="absence"),
    path("abwesenheit/<int:pk>/beenden/", absence.end, name="absence_end"),
    path("abwesenheit/faelle-uebergeben/", absence.reassign, name="reassign"),
]
