const pair = (color, subtle) => ({ default: color, subtle });

/** Texts of Teams' light theme, all at least 4.5:1 on their grounds. */
const foregroundColors = {
  default: pair('#242424', '#616161'),
  dark: pair('#242424', '#616161'),
  light: pair('#ffffff', '#e0e0e0'),
  accent: pair('#4f52b2', '#5b5fc7'),
  good: pair('#0e6b34', '#237b4b'),
  warning: pair('#7a4e00', '#855f00'),
  attention: pair('#b10e1c', '#c4314b'),
};

const ground = (backgroundColor) => ({ backgroundColor, foregroundColors });

/** How cards look: near to Teams' light theme. */
export const hostConfig = new globalThis.AdaptiveCards.HostConfig({
  fontFamily: 'inherit',
  supportsInteractivity: true,
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
  spacing: { small: 6, default: 8, medium: 14, large: 20, extraLarge: 28, padding: 14 },
  separator: { lineThickness: 1, lineColor: '#e6e6ea' },
  containerStyles: {
    default: ground('#ffffff'),
    emphasis: ground('#f5f5f7'),
    accent: ground('#eef0fb'),
    good: ground('#e9f5ec'),
    warning: ground('#fdf5dc'),
    attention: ground('#fdf0f1'),
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
