package dev.netjig.picture;

/** The colours of a picture. */
public enum Theme {
    /** Dark where the reader's system is dark ({@code prefers-color-scheme}), light elsewhere. */
    AUTO,
    /** Dark text on white. */
    LIGHT,
    /** Light text on black. */
    DARK
}
