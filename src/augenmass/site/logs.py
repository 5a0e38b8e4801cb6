"""Structured logs: one JSON object a line, events and numbers only, never a person's data.

What a request asked for is named by its route (``faelle/<key>/``), never by the address itself.
"""

import logging
import sys
import time
import traceback
from collections.abc import Callable
from typing import Any

import structlog
from django.http import HttpRequest, HttpResponse

ALLOWED_FIELDS = frozenset({"event", "level", "timestamp", "logger", "exception"})
log = structlog.get_logger()


def _without_message_arguments(_logger: Any, _name: str, event: dict[str, Any]) -> dict[str, Any]:
    """Drop what other libraries put into a line beside the event: it can quote what a person typed."""
    return {key: value for key, value in event.items() if key not in {"positional_args", "request", "stack_info"}}


def _where_it_failed(_logger: Any, _name: str, event: dict[str, Any]) -> dict[str, Any]:
    """Of an exception its type and the places in the program; its message can quote what a person typed or a row holds."""
    failed = event.pop("exc_info", None)
    if failed is True:
        failed = sys.exc_info()
    error = failed if isinstance(failed, BaseException) else failed[1] if failed else None
    if error is not None:
        event["error"] = type(error).__qualname__
        event["at"] = [f"{frame.filename}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)]
    return event


def configure_logs(level: str) -> None:
    """Send structlog and the standard library's loggers to standard error as JSON lines."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _without_message_arguments,
        _where_it_failed,
    ]
    structlog.configure(
        processors=[*shared, structlog.processors.JSONRenderer()],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelName(level)),
        logger_factory=structlog.WriteLoggerFactory(file=sys.stderr),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler()
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            # The text without what is filled into it: an address names a case, a message quotes an entry.
            use_get_message=False,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer(),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(max(logging.getLevelName(level), logging.WARNING))


class RequestLogMiddleware:
    """One line a request: route, status, milliseconds."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        started = time.perf_counter()
        response = self.get_response(request)
        route = request.resolver_match.route if request.resolver_match else "unknown"
        log.info(
            "request",
            method=request.method,
            route=route,
            status=response.status_code,
            ms=round((time.perf_counter() - started) * 1000, 1),
        )
        return response
