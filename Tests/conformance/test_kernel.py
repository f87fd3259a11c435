"""The community's suite, with every attribute set."""

import jupyter_kernel_test


class KernelTests(jupyter_kernel_test.KernelTests):
    kernel_name = "nabla"
    language_name = "swift"
    file_extension = ".swift"
    code_hello_world = 'print("hello, world")'
    code_stderr = 'printError("oops")'
    completion_samples = [
        {"text": "prin", "matches": ["print", "printError"]},
        {"text": "%tim", "matches": ["%time", "%timeit"]},
    ]
    complete_code_samples = ["1", 'print("hello, world")', "for i in 0..<3 { print(i) }", "%who"]
    incomplete_code_samples = ["for i in 0..<3 {"]
    invalid_code_samples = ["}"]
    code_page_something = "%help"
    code_generate_error = "missing"
    code_execute_result = [{"code": "1 + 2", "result": "3"}, {"code": "1 + 3", "result": "4"}]
    code_display_data = [{"code": 'display(HTML("<b>bold</b>"))', "mime": "text/html"}]
    code_history_pattern = "1*2*"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "print"
    code_clear_output = "clearOutput(wait: true)"

    def test_all_attributes_are_set(self):
        names = [name for name in vars(jupyter_kernel_test.KernelTests) if name.startswith(("code_", "supported_"))]
        names += ["completion_samples", "complete_code_samples", "incomplete_code_samples", "invalid_code_samples"]
        assert len(names) > 12
        assert [name for name in names if not getattr(self, name)] == []


class IopubWelcomeTests(jupyter_kernel_test.IopubWelcomeTests):
    kernel_name = "nabla"
    support_iopub_welcome = True
