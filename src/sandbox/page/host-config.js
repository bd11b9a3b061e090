/** Colors are named here and stand in themes.css, light and dark: a card that is shown changes with the theme. */
const color = (name) => `var(--card-${name})`;

const pair = (name) => ({ default: color(name), subtle: color(`${name}-subtle`) });

/** Texts of Teams' themes, all at least 4.5:1 on their grounds. */
const foregroundColors = {
  default: pair('text'),
  dark: pair('text'),
  light: pair('light'),
  accent: pair('text-accent'),
  good: pair('text-good'),
  warning: pair('text-warning'),
  attention: pair('text-attention'),
};

const ground = (name) => ({ backgroundColor: color(name), foregroundColors });

/** How cards look: near to Teams' themes. */
export const hostConfig = new globalThis.AdaptiveCards.HostConfig({
  fontFamily: 'inherit',
  supportsInteractivity: true,
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
  spacing: { small: 4, default: 8, medium: 12, large: 18, extraLarge: 24, padding: 12 },
  separator: { lineThickness: 1, lineColor: color('line') },
  containerStyles: {
    default: ground('ground'),
    emphasis: ground('emphasis'),
    accent: ground('accent'),
    good: ground('good'),
    warning: ground('warning'),
    attention: ground('attention'),
  },
  textStyles: { heading: { weight: 'bolder', size: 'medium' } },
  actions: {
    maxActions: 6,
    spacing: 'medium',
    buttonSpacing: 8,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    showCard: { actionMode: 'inline', inlineTopMargin: 14, style: 'emphasis' },
  },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'bolder', suffix: ' *', suffixColor: 'attention' },
      optionalInputs: { weight: 'bolder' },
    },
    errorMessage: { color: 'attention', size: 'small', spacing: 'small' },
  },
  factSet: { title: { color: 'default', weight: 'bolder', maxWidth: 160 }, spacing: 14 },
  imageSizes: { small: 40, medium: 80, large: 120 },
});
