"""Words and charts as pictures: templates that Typst sets, fonts, colours."""
