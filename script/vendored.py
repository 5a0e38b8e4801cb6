"""What is vendored from other projects: folder name and npm package with its version, for `vendor-assets` and `audit`."""

PACKAGES = {
    "kern": "@kern-ux/native@2.7.2",
    "htmx": "htmx.org@4.0.1",
    "fira-sans": "@fontsource/fira-sans@5.3.0",
    "noto-sans-arabic": "@fontsource/noto-sans-arabic@5.3.0",
    "noto-sans": "@fontsource/noto-sans@5.3.0",
    "axe": "axe-core@4.14.1",
}
