"""What the commands have to say about a log, worked out from the log alone and apart from the program."""


class Truth:
    """The answers that count and the sittings that are paused."""

    def __init__(self, log):
        self.log = log
        undone = {event["target"] for event in log if event["event"] == "undo"}
        stands, seen = set(), set()
        for event in log:
            if event["event"] == "hand-in" and event["sitting"] not in seen:
                seen.add(event["sitting"])
                stands.update(event["stands"])
        self.answers = []
        for event in log:
            counts = event["event"] == "answer" or (event["event"] == "choose" and event["id"] in stands)
            if counts and event["id"] not in undone:
                self.answers.append(event)
            elif event["event"] == "reset":
                topic = event.get("topic")
                self.answers = [a for a in self.answers if topic is not None and a["topic"] != topic]
        self.undone = undone
        self.paused = self._paused()

    def _paused(self):
        """The one that `resume` takes: its plan and how many questions are answered; or None."""
        open_, last_quiz = {}, None
        for place, event in enumerate(self.log):
            kind, sitting = event["event"], event.get("sitting")
            if kind == "start":
                open_[sitting] = {"plan": event["plan"], "begun": place, "answered": -1, "over": False, "items": {}}
                if event["plan"]["mode"] == "quiz":
                    last_quiz = sitting
            elif sitting in open_ and kind in ("answer", "choose"):
                open_[sitting]["answered"] = place
                open_[sitting]["over"] = open_[sitting].get("handed", False)
                if event["id"] not in self.undone:
                    open_[sitting]["items"][event["item"]] = True
            elif sitting in open_ and kind == "end":
                open_[sitting]["over"] = True
            elif sitting in open_ and kind == "hand-in":
                open_[sitting]["over"] = open_[sitting]["handed"] = True
        missed = [
            s for name, s in open_.items()
            if not s["over"] and (s["answered"] >= 0 or s["plan"]["mode"] == "exam" or name == last_quiz)
        ]
        if not missed:
            return None
        first = max(missed, key=lambda s: (s["answered"], s["begun"]))
        return {"mode": first["plan"]["mode"], "of": len(first["plan"]["items"]), "answered": len(first["items"])}


def shape(log):
    """What happened, without what differs from run to run."""
    return [(event["event"], event.get("question"), event.get("correct"), event.get("topic")) for event in log]
