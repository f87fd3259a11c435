"""What a person does besides running cells: asks for completions and help, types input, stops a cell, reads an error."""

import re

from playwright.sync_api import expect


def outputs(page):
    return page.locator(".jp-OutputArea-output")


def test_tab_completes_a_name(page, lab):
    lab.open_cells(page, "completion", "let temperature = 21.5", "tempera")
    page.locator(".jp-CodeCell").first.locator(".cm-content").click()
    page.keyboard.press("Shift+Enter")
    expect(page.locator(".jp-CodeCell .jp-InputPrompt").first).to_have_text("[1]:")
    page.locator(".jp-CodeCell").nth(1).locator(".cm-content").click()
    page.keyboard.press("End")
    page.keyboard.press("Tab")
    offered = page.locator(".jp-Completer-item", has_text="temperature")
    expect(offered.first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator(".jp-CodeCell").nth(1).locator(".cm-content")).to_have_text("temperature")


def test_shift_tab_shows_what_a_name_is(page, lab):
    lab.open_cells(page, "tooltip", "let temperature = 21.5", "temperature")
    lab.run_all_cells(page)
    page.locator(".jp-CodeCell").nth(1).locator(".cm-content").click()
    page.keyboard.press("End")
    page.keyboard.press("Shift+Tab")
    expect(page.locator(".jp-Tooltip")).to_contain_text("Double")


def test_a_cell_reads_a_line(page, lab):
    lab.open_cells(page, "input", 'if let name = readLine(prompt: "name? ") { print("hello \\(name)") }')
    lab.choose(page, "Run", "Run All Cells")
    page.locator(".jp-Stdin-input").fill("Ada")
    page.keyboard.press("Enter")
    expect(outputs(page).last).to_contain_text("hello Ada")


def test_a_cell_is_stopped_and_the_names_are_kept(page, lab):
    lab.open_cells(page, "interrupt", "let kept = 7", 'print("going")\nwhile true {}', "kept")
    lab.choose(page, "Run", "Run All Cells")
    expect(outputs(page).first).to_contain_text("going")
    lab.choose(page, "Kernel", "Interrupt Kernel")
    expect(outputs(page).nth(1)).to_contain_text("Interrupted")
    page.locator(".jp-CodeCell").last.locator(".cm-content").click()
    page.keyboard.press("Shift+Enter")
    expect(outputs(page).last).to_have_text("7")


def test_an_error_points_at_its_place(page, lab):
    lab.open_cells(page, "error", "let total = 1\nlet half = totl / 2")
    lab.choose(page, "Run", "Run All Cells")
    shown = page.locator('.jp-OutputArea-output[data-mime-type="application/vnd.jupyter.stderr"], .jp-RenderedText')
    expect(shown.last).to_contain_text(re.compile(r"cell 1:2:\d+: error:.*totl"))


def test_an_error_at_run_time_shows_every_call(page, lab):
    lab.open_cells(
        page, "trap", "let xs = [1, 2, 3]\nfunc pick(_ i: Int) -> Int {\n  return xs[i] * 2\n}\n"
        "func twice(_ i: Int) -> Int { pick(i) + pick(i + 1) }\ntwice(2)")
    lab.choose(page, "Run", "Run All Cells")
    shown = page.locator('.jp-OutputArea-output[data-mime-type="application/vnd.jupyter.stderr"], .jp-RenderedText')
    expect(shown.last).to_contain_text("RuntimeError: Index out of range: 3 is not in 0..<3")
    # The line of the failing expression, with its mark under it, in the innermost call.
    expect(shown.last).to_contain_text(re.compile(r"cell 1:3:10, in pick\n3 \|   return xs\[i\] \* 2\n  \|          \^~~~~\n"))
    expect(shown.last).to_contain_text(re.compile(r"cell 1:6:1\n6 \| twice\(2\)"))
