// Applies a chosen theme before the first paint. A file of its own, because the page's policy allows no inline script.
(function () {
  var chosen = localStorage.getItem('ringfence.theme');
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen;
})();
