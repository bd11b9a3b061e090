'use strict';

const fs = require('node:fs');

/** Writes the totals of a run to the file that scripts/test.mjs names. A suite that cannot run counts as a failure. */
module.exports = class TotalsReporter {
  constructor(_config, { file }) {
    this.file = file;
  }

  onRunComplete(_contexts, results) {
    const totals = {
      passed: results.numPassedTests,
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: results.numPendingTests + results.numTodoTests,
    };
    fs.writeFileSync(this.file, JSON.stringify(totals));
  }
};
