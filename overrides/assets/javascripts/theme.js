// Runs before the page is painted, so a chosen appearance never flashes. The choice stays in this browser.
try {
  const theme = localStorage.getItem("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // storage is forbidden: the system's appearance stands
}
