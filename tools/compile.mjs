/** Compiles every .py below a folder to an unchecked-hash .pyc where the source stood, with the Python that the page runs. */
import { loadPyodide } from "pyodide";

const folder = process.argv[2];
if (!folder) throw new Error("usage: node tools/compile.mjs FOLDER");

const pyodide = await loadPyodide();
pyodide.mountNodeFS("/stage", folder);
const compiled = pyodide.runPython(`
import pathlib, py_compile

def compile_all():
    count = 0
    for source in sorted(pathlib.Path("/stage").rglob("*.py")):
        shown = str(source.relative_to("/stage"))
        py_compile.compile(
            str(source), cfile=str(source) + "c", dfile=shown, doraise=True, optimize=1,
            invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
        )
        source.unlink()
        count += 1
    return count

compile_all()
`);
console.log(`${compiled} modules compiled`);
