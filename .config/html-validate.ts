// The rules for the HTML of finished pages: all that html-validate recommends, and a reason for each that is turned off or bent.

import type { ConfigData } from 'html-validate';

export const htmlRules: ConfigData = {
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    // A headline is as long as it was published, and a title is never cut.
    'long-title': 'off',
    // The one script of the site is its own file, from its own origin; a checksum is for what others serve.
    'require-sri': ['error', { target: 'crossorigin' }],
    // No native element is a field with suggestions that a script ranks, and a part that scrolls sideways has no heading.
    'prefer-native-element': ['error', { exclude: ['listbox', 'region'] }],
  },
};
