/**
 * Begins the deck, and makes the text of a slide smaller until all of it can be seen. Only a browser knows how
 * tall a text is.
 */
(() => {
  const WIDTH = 1280;
  const HEIGHT = 720;
  const STEP = 0.05;
  const SMALLEST = 0.5;

  /** @param {HTMLElement | null} slide The slide in front. */
  function fit(slide) {
    const content = slide?.querySelector('.course-slide');
    if (!(content instanceof HTMLElement)) return;
    for (let size = 1; size >= SMALLEST; size -= STEP) {
      content.style.setProperty('--course-slide-size', size.toFixed(2));
      if (content.scrollHeight <= HEIGHT && content.scrollWidth <= WIDTH) return;
    }
  }

  const deck = new Reveal({
    center: false,
    controls: true,
    embedded: true,
    hash: true,
    height: HEIGHT,
    margin: 0.03,
    navigationMode: 'linear',
    plugins: [RevealNotes],
    progress: true,
    slideNumber: 'c/t',
    transition: 'none',
    width: WIDTH,
  });
  deck.on('ready', () => fit(deck.getCurrentSlide()));
  deck.on('slidechanged', () => fit(deck.getCurrentSlide()));
  deck.initialize();
})();
