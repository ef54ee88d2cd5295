// The publisher's blocks under an article are cut, and what only opens like one stays and is said.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitTrailer } from '../../src/importers/trailer.ts';

const story = ['The port closed on Monday.', 'Nobody knew why.'];

test('a last paragraph of the report stays, with a doubt', () => {
  for (const last of [
    ['To reach the lighthouse, the crew had rowed for six hours.'],
    ['To contact the crew, they used lamps, a radio and our flags.'],
    ['Support our dockers, bring them home, it read.'],
    ['“Follow us!” she shouted.', 'Follow us, she shouted.'],
    ['Copyright (c) law is a riddle, said the harbour master in 2013, who had written it.'],
    ['Topics: fish, pay and rain were all on the table, the governor said.'],
    ['Related: the governor resigned on Tuesday.'],
    ['Only one address was left:', 'www.harbour.example.org'],
    ['To reach the crew they had one address:', 'https://harbour.example/crew'],
  ]) {
    const { body, trailer, doubts } = splitTrailer([...story, ...last]);
    assert.deepEqual(body, [...story, ...last]);
    assert.deepEqual(trailer, []);
    assert.match(doubts.join(), /may be a trailer: kept/);
  }
});

test('what addresses the reader or is boilerplate is cut', () => {
  for (const last of [
    ['To contact the Ostra Courier and its readers visit:', '[ostra.example](https://ostra.example/contact)'],
    ['Contact us:', 'https://ostra.example'],
    ['Contact the desk at desk@ostra.example'],
    ['Follow us on the networks.', '© 2019 Ostra Courier'],
    ['Copyright © 2019 Ostra Courier. All rights reserved.'],
    ['Copyright 2019 Ostra Courier'],
    ['All rights reserved.'],
    ['Sign up for the evening letter.', 'Donate today.', 'Subscribe now'],
    ['Share this article', 'www.ostra.example/share'],
    ['Related articles:', 'Why the harbour matters', 'Port Selm hires'],
    ['Read more: Port Selm hires two hundred'],
    ['Tags: Ostra, harbour'],
  ]) {
    const { body, trailer, doubts } = splitTrailer([...story, ...last]);
    assert.deepEqual(body, story, last.join());
    assert.deepEqual(
      trailer.map(({ text }) => text),
      last,
    );
    assert.ok(trailer.every(({ why }) => why !== ''));
    assert.deepEqual(doubts, []);
  }
});
