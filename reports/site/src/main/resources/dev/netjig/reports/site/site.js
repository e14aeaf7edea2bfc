// Comfort only: the pages are whole without it.
(() => {
  const root = document.documentElement;
  const remember = {
    get: () => { try { return localStorage.getItem('netjig-theme'); } catch { return null; } },
    set: value => { try { localStorage.setItem('netjig-theme', value); } catch { /* from disk, some browsers refuse */ } },
  };
  const button = document.querySelector('.theme');
  const dark = () => root.dataset.theme
    ? root.dataset.theme === 'dark'
    : matchMedia('(prefers-color-scheme: dark)').matches;
  const saved = remember.get();
  if (saved === 'dark' || saved === 'light') root.dataset.theme = saved;
  if (button) {
    button.hidden = false;
    button.addEventListener('click', () => {
      root.dataset.theme = dark() ? 'light' : 'dark';
      remember.set(root.dataset.theme);
    });
  }

  const filter = document.querySelector('.filter');
  if (filter) {
    filter.hidden = false;
    const scenarios = [...document.querySelectorAll('.scenario')]
      .map(element => ({ element, text: element.textContent.toLowerCase(), kinds: element.dataset.kinds.split(' ') }));
    const apply = () => {
      const words = filter.querySelector('[type=search]').value.toLowerCase().trim();
      const kind = filter.querySelector(':checked').value;
      let shown = 0;
      for (const { element, text, kinds } of scenarios) {
        element.hidden = !(text.includes(words) && (kind === '' || kinds.includes(kind)));
        if (!element.hidden) shown++;
      }
      for (const chapter of document.querySelectorAll('.chapter')) {
        chapter.hidden = !chapter.querySelector('.scenario:not([hidden])');
      }
      document.querySelector('.none').hidden = shown > 0;
    };
    filter.addEventListener('input', apply);
    filter.addEventListener('submit', event => event.preventDefault());
  }

  for (const block of document.querySelectorAll('.copies')) {
    if (!navigator.clipboard) break;
    const copy = document.createElement('button');
    copy.type = 'button';
    copy.className = 'copy';
    copy.textContent = 'Copy';
    copy.addEventListener('click', async () => {
      await navigator.clipboard.writeText(block.querySelector('pre').textContent);
      copy.textContent = 'Copied';
    });
    block.prepend(copy);
  }
})();
