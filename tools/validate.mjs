// Says what html-validate finds in the built page: `node tools/validate.mjs dist/index.html`.
import { readFileSync } from "node:fs";
import { HtmlValidate } from "html-validate";

const rules = { "void-style": "off", "no-trailing-whitespace": "off", "long-title": "off", "require-sri": "off", "no-inline-style": "error" };
const validator = new HtmlValidate({ extends: ["html-validate:recommended"], rules });
let found = 0;
for (const file of process.argv.slice(2)) {
  const report = await validator.validateString(readFileSync(file, "utf-8"), file);
  for (const { messages } of report.results) {
    for (const said of messages) {
      found += 1;
      console.log(`${file}:${said.line}:${said.column} ${said.ruleId}: ${said.message}`);
    }
  }
}
process.exitCode = found ? 1 : 0;
