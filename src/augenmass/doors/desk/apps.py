from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "augenmass.doors.desk"

    def ready(self) -> None:
        from augenmass.doors.desk.sign_in.listening import listen

        listen()
