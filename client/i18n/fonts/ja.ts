// Japanese letters: the browser fetches the parts of the font that a page shows.
import '@fontsource-variable/noto-sans-jp/index.css';
