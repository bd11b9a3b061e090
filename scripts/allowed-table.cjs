// The table "what is allowed when", made from the rows of the operations.

const STAGES = ['received', 'accepted', 'archived'];
const WHO = { desk: 'anyone of the desk', involved: 'owner, colleagues, managers' };

/** `operations`: the domain's table. Gives Markdown. */
function allowedTable(operations) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const rows = operations.map((row) => {
    if (row.on === 'desk') return line([row.name, '–', '–', '–', 'a desk; by admins']);
    if (row.on === 'new') return line([row.name, '–', '–', '–', 'makes a new one; anyone with a desk']);
    return line([
      row.hindered ? `${row.name} (on a condition: see its file)` : row.name,
      ...STAGES.map((stage) => WHO[row.where[stage]] ?? '–'),
      kindsOf(row),
    ]);
  });
  return [
    line(['operation', ...STAGES, 'kinds']),
    line(['---', ...STAGES.map(() => '---'), '---']),
    ...rows,
  ].join('\n');
}

function kindsOf({ kinds }) {
  if (!kinds) return 'every but those that can only be read here';
  return kinds === 'every' ? kinds : kinds.join(', ');
}

module.exports = { allowedTable };
