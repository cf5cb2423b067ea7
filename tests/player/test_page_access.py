"""The player as a learner meets it: for everyone, on every screen, with every device."""

import json
import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.player.player_page import PlayerPage
from tests.player.practising import CHECK, STOP, WAYS, WORDS, Opener, running, visited


def speaking(opened: Opener, **device: Any) -> PlayerPage:
    """A player on a device with such voices."""
    return opened(device=f"({SPEECH})({json.dumps(device)})")


NOVELTIES: dict[str, object] = {"Zarvox": {}, "Bad News": {}, "Fred (English)": {}}
"""Voices for fun, which a device may have beside the others."""


def large_buttons_are_seen_and_apart(player: PlayerPage, width: int, *, at_the_top: bool, state: str) -> None:
    stop, main = player.button(STOP).bounding_box(), player.root.locator(".course-big").first.bounding_box()
    assert stop and main, state
    assert stop["width"] >= 88 and stop["height"] >= 88 and main["width"] >= 88 and main["height"] >= 88, state
    gap = stop["x"] - main["x"] - main["width"]
    assert gap >= 16, state
    assert stop["x"] >= 0 and stop["x"] + stop["width"] <= width, state
    seen = player.page.evaluate(
        "([x, y]) => document.elementFromPoint(x, y)?.closest('button')?.textContent",
        [stop["x"] + stop["width"] / 2, stop["y"] + stop["height"] / 2],
    )
    if 0 <= stop["y"] <= 800 - stop["height"]:
        assert seen == STOP, state
    elif at_the_top:
        raise AssertionError(f"Stop is off the screen: {state}, {stop}")


def place_of_stop(player: PlayerPage) -> tuple[int, int]:
    box = player.button(STOP).bounding_box()
    assert box
    return round(box["x"]), round(box["width"])


class TestAccess:
    """Accessibility."""

    def test_digits_are_a_timer_that_is_not_announced(self, opened: Opener) -> None:
        """A7, A10."""
        player = running(opened)
        digits = player.root.locator(".course-digits")
        assert digits.get_attribute("role") == "timer"
        assert player.root.locator("[aria-live] .course-digits, [role=status] .course-digits").count() == 0

    def test_the_status_is_for_the_ear_alone_while_the_caption_says_the_same(self, opened: Opener) -> None:
        player = running(opened)
        status = player.root.get_by_role("status")
        expect(status).to_have_class("course-status course-unseen")
        player.press(STOP)
        expect(status).to_have_class("course-status")

    def test_few_announcements_and_none_close_together(self, opened: Opener) -> None:
        """A8."""
        player = opened()
        player.practise()
        player.page.evaluate(
            """() => { window.said = []; const region = document.querySelector('.course-player [role=status]');
            new MutationObserver(() => region.textContent && window.said.push([performance.now(), region.textContent]))
              .observe(region, {childList: true, characterData: true, subtree: true}); }"""
        )
        player.press("Start")
        player.wait(10 + 60 + 89)
        said = player.page.evaluate("window.said")
        first = [text for _, text in said]
        assert first[0].startswith("Get ready")
        assert any("Sit and let go" in text for text in first)
        assert WORDS.said_half in first
        assert WORDS.said_ten in first
        assert len(said) <= 1 + 2 * 4
        times = [at for at, _ in said]
        assert all(b - a >= 3000 for a, b in pairwise(times))

    def test_captions_say_what_the_voice_says_until_the_next_cue(self, opened: Opener) -> None:
        """A12, A22: here no voice is found, which is told once, and the captions carry everything."""
        player = running(opened)
        player.wait(3)
        assert player.root.get_by_text(WORDS.voice_missing).is_visible()
        assert player.root.locator(".course-caption").inner_text() == "Sit and let go."
        player.wait(53)
        assert "Next: Slow circles, clockwise" in player.root.locator(".course-caption").inner_text()
        assert player.root.get_by_text(WORDS.voice_missing).is_visible()

    def test_that_no_voice_is_found_covers_no_hands(self, opened: Opener) -> None:
        """A12, A22: the note lies over the drawing. It stays for the first step and goes when the next one begins."""
        player = running(opened)
        player.wait(62)
        assert "Slow circles, clockwise" in player.root.locator(".course-step-title").inner_text()
        assert not player.root.get_by_text(WORDS.voice_missing).is_visible()

    def test_the_voice_says_the_caption_and_stops_in_mid_word(self, opened: Opener) -> None:
        """A11, A12, T15: a voice of this device, silent with a screen reader, and silenced by Stop."""
        player = speaking(opened)
        player.practise()
        player.press("Start")
        player.wait(11)
        assert player.page.evaluate("window.spoken") == ["Get ready. Sit and let go.", "Sit and let go."]
        player.set(WORDS.reader, True)
        player.wait(30)
        assert len(player.page.evaluate("window.spoken")) == 2
        player.set(WORDS.reader, False)
        player.wait(20)
        player.press(STOP)
        assert player.page.evaluate("window.speaking") is False

    @pytest.mark.parametrize(
        ("voices", "chosen"),
        [
            (NOVELTIES | {"Plain": {}}, "Plain"),
            (NOVELTIES | {"Plain": {}, "Chosen": {"default": True}}, "Chosen"),
            (NOVELTIES, "Zarvox"),
            ({"Far": {"localService": False, "default": True}, "Plain": {}}, "Plain"),
            ({"Deutsch": {"lang": "de-DE", "default": True}, "Plain": {}}, "Plain"),
        ],
    )
    def test_the_devices_own_voice_leads_and_a_novelty_only_alone(
        self, opened: Opener, voices: dict[str, object], chosen: str
    ) -> None:
        player = speaking(opened, voices=voices)
        player.watch()
        player.wait(1)
        assert player.page.evaluate("window.voices") == [chosen]

    def test_voices_that_come_late_are_no_missing_voice(self, opened: Opener) -> None:
        player = speaking(opened, late=True)
        player.practise()
        player.press("Start")
        player.wait(1)
        player.page.evaluate("window.bringVoices()")
        player.wait(5)
        assert player.page.evaluate("window.spoken") == ["Get ready. Sit and let go."]
        assert WORDS.voice_missing not in player.root.inner_text()

    def test_a_first_word_that_comes_late_is_no_missing_voice(self, opened: Opener) -> None:
        player = speaking(opened, firstAfter=4000)
        player.practise()
        player.press("Start")
        player.wait(6)
        assert WORDS.voice_missing not in player.root.inner_text()

    def test_a_voice_that_comes_after_all_is_used_and_the_note_goes(self, opened: Opener) -> None:
        player = speaking(opened, late=True)
        player.practise()
        player.press("Start")
        player.wait(6)
        assert WORDS.voice_missing in player.root.inner_text()
        player.page.evaluate("window.bringVoices()")
        player.wait(6)
        assert player.page.evaluate("window.spoken") == ["Get ready. Sit and let go.", "Sit and let go."]
        assert WORDS.voice_missing not in player.root.inner_text()

    def test_a_device_without_a_voice_says_so_once(self, opened: Opener) -> None:
        player = speaking(opened, late=True)
        player.practise()
        player.press("Start")
        player.wait(60)
        assert player.root.inner_text().count(WORDS.voice_missing) == 1

    def test_tones_are_promised_only_where_they_sound(self, opened: Opener) -> None:
        """A device without a voice and without a sound card, into which headphones are put later."""
        player = speaking(opened, late=True)
        player.page.evaluate(NO_SOUND_CARD)
        player.practise()
        player.press("Start")
        player.wait(6)
        said = player.root.inner_text()
        assert WORDS.sound_missing in said
        assert WORDS.voice_missing not in said
        player.page.evaluate("window.plugIn()")
        player.wait(1)
        said = player.root.inner_text()
        assert WORDS.voice_missing in said
        assert WORDS.sound_missing not in said

    def test_sound_that_begins_late_keeps_the_first_countdown(self, opened: Opener) -> None:
        player = opened()
        player.page.evaluate(LATE_SOUND)
        player.practise()
        player.press("Start")
        began = player.page.evaluate("performance.now()")
        player.wait(11)
        counts = [one["at"] - began for one in player.page.evaluate("window.sounds") if one["pitch"] == 620]
        assert [round(at / 1000) for at in counts if at < 10_000] == [7, 8, 9]

    def test_progress_is_told(self, opened: Opener) -> None:
        """A13."""
        player = running(opened)
        player.wait(30)
        bar = player.root.get_by_role("progressbar")
        assert bar.get_attribute("aria-valuetext") == "Step 1 of 6"
        assert bar.get_attribute("aria-valuenow") == "8"
        assert "Step 1 of 6" in player.root.inner_text()

    @pytest.mark.parametrize("width", [320, 640, 1920])
    @pytest.mark.parametrize("way", WAYS, ids="-".join)
    def test_the_two_large_buttons_are_seen_and_apart(self, opened: Opener, way: Sequence[str], width: int) -> None:
        """S10, A14, A19: at least 88 pixels, 16 apart, and on the screen however far one scrolls."""
        player = opened("between_feeds", width=width)
        player.practise()
        for state in visited(player, way):
            for place in ("0", "document.body.scrollHeight / 3"):
                player.page.evaluate(f"window.scrollTo(0, {place})")
                large_buttons_are_seen_and_apart(player, width, at_the_top=place == "0", state=state)

    @pytest.mark.parametrize("way", WAYS, ids="-".join)
    def test_the_large_buttons_keep_their_place(self, opened: Opener, way: Sequence[str]) -> None:
        """A14: the same place in every state; far view has its own."""
        player = opened("between_feeds")
        player.practise()
        first = place_of_stop(player)
        for state in visited(player, way):
            assert state == "far" or place_of_stop(player) == first, state

    def test_keys_alone(self, opened: Opener) -> None:
        """A15, A16: the focus never lands on something that is gone."""
        player = opened()
        player.button("Practise").focus()
        keyboard = player.page.keyboard
        keyboard.press("Enter")
        for number in range(9):
            player.root.locator(".course-readiness-question").nth(number).locator("input").nth(1).focus()
            keyboard.press("Space")
        player.button("See what this means").focus()
        keyboard.press("Enter")
        player.settle()
        player.button("Practise").focus()
        keyboard.press("Enter")
        expect(player.button("Start")).to_be_focused()
        keyboard.press("Enter")
        player.wait(12)
        expect(player.button("Pause")).to_be_focused()
        keyboard.press("Enter")
        assert player.state == "paused"
        keyboard.press("Escape")
        assert player.state == "paused"
        keyboard.press("Enter")
        player.wait(5)
        assert player.state == "running"
        keyboard.press("ArrowRight")
        assert player.step == 2
        keyboard.press("ArrowLeft")
        assert player.step == 2
        keyboard.press("ArrowLeft")
        assert player.step == 1
        player.root.locator(".course-step-title").focus()
        keyboard.press("Space")
        assert player.state == "paused"
        player.more()
        player.button("Finish").focus()
        keyboard.press("Enter")
        assert player.page.evaluate("document.activeElement.closest('.course-player') !== null")

    def test_the_lock_locks_neither_pause_nor_stop(self, opened: Opener) -> None:
        player = running(opened)
        player.press("Lock the controls")
        player.press("Skip")
        player.press("Finish")
        player.page.keyboard.press("ArrowRight")
        assert (player.state, player.step) == ("running", 1)
        player.press("Pause")
        assert player.state == "paused"
        player.press("Resume")
        player.wait(5)
        player.press("Unlock the controls")
        player.press("Skip")
        assert player.step == 2

    def test_far_view_is_large_and_a_tap_anywhere_pauses(self, opened: Opener) -> None:
        player = running(opened)
        player.press("Far view")
        size = player.root.locator(".course-digits").evaluate("(node) => parseFloat(getComputedStyle(node).fontSize)")
        assert size >= 64
        player.root.locator(".course-instruction").click()
        assert player.state == "paused"
        player.page.keyboard.press("Escape")
        assert player.root.get_attribute("data-far") == "false"
        assert player.state == "paused"

    @pytest.mark.parametrize("routine", ["relax", "before_feed", "between_feeds"])
    def test_far_view_hides_nothing_on_any_usual_screen(self, opened: Opener, routine: str) -> None:
        """Each step at three sizes: no word is cut or lies under a button, and one time stands there, large."""
        player = opened(routine)
        player.page.set_viewport_size({"width": 1024, "height": 768})
        player.watch()
        player.press("Far view")
        player.wait(3)
        seen = set()
        while player.state != "done":
            for size in ((1024, 768), (1280, 720), (1366, 768)):
                player.page.set_viewport_size({"width": size[0], "height": size[1]})
                player.page.evaluate("window.dispatchEvent(new Event('resize'))")
                assert player.page.evaluate(HIDDEN_IN_FAR_VIEW) == [], (size, player.step)
            times = re.findall(r"\d+ seconds", player.root.locator(".course-player-body").inner_text())
            assert times == [] or player.state == "changeover"
            seen.add(player.step)
            player.wait(5)
        assert len(seen) == sum(segment["on"] for segment in player.panel.routine["segments"])

    def test_still_pictures_change_slowly(self, opened: Opener) -> None:
        """A4, A5: no gliding with reduced motion, and a switch that overrides both ways at once."""
        player = running(opened, reduced_motion="reduce")
        player.wait(61)
        places = []
        for _ in range(20):
            places.append(player.root.locator(".course-hand").first.get_attribute("transform"))
            player.wait(0.5)
        changes = sum(a != b for a, b in pairwise(places))
        assert 1 <= changes <= 5
        player.set(WORDS.still, False)
        places = []
        for _ in range(6):
            places.append(player.root.locator(".course-hand").first.get_attribute("transform"))
            player.wait(0.2)
        assert len(set(places)) == 6

    def test_nothing_is_told_by_a_tooltip_alone(self, opened: Opener) -> None:
        """A17."""
        player = running(opened)
        assert player.root.locator("[title]").count() == 0

    def test_forced_colours_keep_the_two_buttons_apart(self, opened: Opener) -> None:
        """A18: with the system's own colours Stop still has its frame and its words."""
        player = running(opened, forced_colors="active")
        style = "(node) => [getComputedStyle(node).borderTopWidth, getComputedStyle(node).borderTopStyle]"
        assert player.button(STOP).evaluate(style) == ["3px", "solid"]
        assert player.button(STOP).inner_text() == STOP

    def test_no_number_decides_about_pain(self, opened: Opener) -> None:
        """S14, S6: four plain choices, no scale."""
        player = running(opened)
        player.press(STOP)
        choices = " ".join(player.root.locator(".course-pain-choice").all_inner_texts())
        assert not re.search(r"\d", choices)

    def test_it_says_plainly_that_answers_are_not_kept(self, opened: Opener) -> None:
        """S22."""
        player = opened()
        player.press("Practise")
        assert CHECK.kept_nowhere in player.root.inner_text()

    def test_every_question_shows_its_sources_and_when_they_were_compared(self, opened: Opener) -> None:
        """S4."""
        player = opened()
        player.press("Practise")
        for question in player.root.locator(".course-readiness-question").all():
            foot = question.locator(".course-look-up").last
            foot.locator("summary").click()
            assert "compared with its sources on" in foot.inner_text()
            assert foot.locator("li").count() >= 1

    def test_vibration_is_off_and_only_one_of_the_cues(self, opened: Opener) -> None:
        """A21."""
        player = opened()
        player.page.evaluate(SHAKEN)
        player.practise()
        player.press("Start")
        player.wait(71)
        assert player.page.evaluate("window.shaken.length") == 0
        player.set(WORDS.vibration, True)
        player.wait(90)
        assert player.page.evaluate("window.shaken.length") >= 1

    def test_volume_is_the_players_own(self, opened: Opener) -> None:
        """A6: mute and volume here, and no tone longer than three seconds."""
        player = running(opened)
        player.set(WORDS.tones, False)
        count = player.page.evaluate("window.sounds.filter((one) => one.stopped > one.at).length")
        player.wait(61)
        assert player.page.evaluate("window.sounds.filter((one) => one.stopped > one.at).length") == count
        assert all(one["stopped"] - one["at"] <= 3000 for one in player.page.evaluate("window.sounds"))

    def test_markup_in_content_stays_text(self, opened: Opener) -> None:
        player = opened()
        player.page.evaluate("document.title = 'safe'")
        routine = json.loads(json.dumps(player.panel.routine))
        routine["segments"][0]["title"] = "<img src=x onerror=document.title='hit'>"
        player.panel.set_trait("routine", routine)
        player.open()
        player.watch()
        assert "<img" in player.root.locator(".course-step-title").inner_text()
        assert player.page.title() != "hit"


HIDDEN_IN_FAR_VIEW = """() => {
  const root = document.querySelector('.course-player');
  const controls = root.querySelector('.course-controls').getBoundingClientRect();
  const faults = [];
  if (root.scrollHeight > root.clientHeight + 1) faults.push(`scrolls: ${root.scrollHeight} of ${root.clientHeight}`);
  const texts = '.course-step-title, .course-step-side, .course-digits, .course-unit, .course-caption,'
    + ' .course-instruction, .course-coming, .course-stage, .course-player-rule-line, button';
  for (const node of root.querySelectorAll(texts)) {
    const box = node.getBoundingClientRect();
    if (!box.width || !box.height) continue;
    const name = node.className || node.textContent;
    if (box.top < 0 || box.left < 0 || box.bottom > innerHeight || box.right > innerWidth) faults.push(`off: ${name}`);
    if (node.scrollWidth > node.clientWidth + 1 && node.clientWidth) faults.push(`cut: ${name}`);
    const within = node.closest('.course-controls') || box.top >= controls.bottom - 0.5;
    const beside = box.right <= controls.left + 0.5 || box.left >= controls.right - 0.5;
    if (!within && !beside && box.bottom > controls.top + 0.5) faults.push(`under a button: ${name}`);
  }
  const size = (name) => parseFloat(getComputedStyle(root.querySelector(name)).fontSize);
  if (size('.course-digits') < 64 || size('.course-instruction') < 15) faults.push('too small');
  return faults;
}"""
"""What cannot be read in far view, with the reason."""


SHAKEN = """() => { window.shaken = []; navigator.vibrate = (pattern) => window.shaken.push(pattern); }"""
SPEECH = """({ late, firstAfter, voices }) => {
  window.spoken = []; window.voices = []; window.speaking = false;
  const wait = (act, ms) => { if (ms === undefined) act(); else if (ms !== null) setTimeout(act, ms); };
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  const speech = new EventTarget();
  let there = [], first = true;
  Object.assign(speech, {
    getVoices: () => there,
    speak(words) {
      if (!words.voice.localService) throw new Error('remote');
      window.voices.push(words.voice.name); window.spoken.push(words.text); window.speaking = true;
      wait(() => words.onstart?.(), first ? firstAfter : undefined);
      first = false;
    },
    cancel() { window.speaking = false; },
  });
  Object.defineProperty(window, 'speechSynthesis', { configurable: true, value: speech });
  window.bringVoices = () => {
    const named = ([name, more]) => ({ lang: 'en-GB', localService: true, name, default: false, ...more });
    there = Object.entries(voices ?? { Remote: { localService: false }, Local: {} }).map(named);
    speech.dispatchEvent(new Event('voiceschanged'));
  };
  if (!late) window.bringVoices();
}"""
"""A device's voices: there at once, or when they are brought; the first word at once or late."""


NO_SOUND_CARD = """() => {
  const begin = AudioContext.prototype.begin;
  AudioContext.prototype.begin = function () { window.plugIn = () => begin.call(this); };
}"""
"""A device on which no sound begins until something to play it is put in."""
LATE_SOUND = """() => {
  const begin = AudioContext.prototype.begin;
  AudioContext.prototype.begin = function () { setTimeout(() => begin.call(this), 1200); };
}"""
"""A device whose sound begins a second and a half after the press."""
