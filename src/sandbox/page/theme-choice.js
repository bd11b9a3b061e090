/** The choice of an earlier visit, before anything is drawn: a classic script, so that no other theme flashes up. */
(() => {
  try {
    const theme = JSON.parse(localStorage.getItem('referral-desk.theme'));
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch {
    // Storage is forbidden here: the system's theme it is.
  }
})();
