// What this program is measured against: botbuilder and restify as Microsoft's samples put them together. It answers with
// cards that it was given, makes as many calls to Teams, and has no logic, no store and no log.
'use strict';

const fs = require('node:fs');
const { CloudAdapter, ConfigurationBotFrameworkAuthentication, TeamsActivityHandler } = require('botbuilder');
const restify = require('restify');

const APP = 'bench';
/** What this program answered and sent, kept by the bench: { fetch, submit, posted, reminder, calls: [{ to, activity }] }. */
const kept = JSON.parse(fs.readFileSync(process.env.KEPT, 'utf8'));
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const channel = (id = kept.channel) => ({
  ...{ channelId: 'msteams', serviceUrl: process.env.TEAMS_URL },
  ...{ bot: { id: '28:bot', name: 'Bot' }, conversation: { id, isGroup: true, conversationType: 'channel' } },
});
const chat = (person) => ({
  ...channel(`a:${person}`),
  conversation: { id: `a:${person}`, conversationType: 'personal' },
});

class Bot extends TeamsActivityHandler {
  async handleTeamsTaskModuleFetch() {
    return kept.fetch;
  }

  async handleTeamsTaskModuleSubmit(context) {
    const { conversation, from, replyToId } = context.activity;
    for (const { to, activity } of kept.calls) {
      if (to === 'card') await context.updateActivity({ ...activity, id: replyToId, conversation });
      else await adapter.continueConversationAsync(APP, chat(from.id), (turn) => turn.sendActivity(activity));
    }
    return kept.submit;
  }
}

const bot = new Bot();
const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (req, res) => adapter.process(req, res, (context) => bot.run(context)));

/** `count` messages to the channel, `width` at a time: a new card each, or a reply under one. */
async function loop({ count, width, activity }) {
  let left = count;
  const worker = async () => {
    while (left-- > 0)
      await adapter.continueConversationAsync(APP, channel(), (turn) => turn.sendActivity(activity));
  };
  await Promise.all(Array.from({ length: width }, worker));
}

server.post('/loop', async (req, res) => {
  const { count, width, what } = req.body;
  await loop({ count, width, activity: kept[what] });
  res.json({});
});

server.listen(0, '127.0.0.1', () => console.log(`listening on ${server.url.replace('[::]', '127.0.0.1')}`));
process.on('SIGTERM', () => process.exit(0));
