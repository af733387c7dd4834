package org.zoneregistry.pages;

import io.quarkus.qute.TemplateData;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.http.RowForms;

/**
 * The frame of every page.
 *
 * @param section the entry of the navigation
 * @param title the subject, for the title of the window
 * @param sentence the subject with both times
 * @param dated whether the page has a day in the world
 * @param json the request for the page's data
 * @param rows the request for the page's rows; null if there are none
 * @param cite one line to quote the page by
 * @param root of the Merkle tree at the page's prefix, in hexadecimal digits; empty if the tree has not grown that far
 * @param isIllustrative whether the trade is generated
 * @param who the visitor, and what is offered
 */
@TemplateData
public record Shell(
        Visit visit,
        String section,
        String title,
        String sentence,
        boolean dated,
        String json,
        @Nullable String rows,
        String cite,
        String root,
        boolean isIllustrative,
        Who who) {

    private static final int SHORT = 16;

    /** The address of this page with its times written out. */
    public String pinned() {
        return visit.pinned(dated);
    }

    /** The running head of printed pages. */
    public String running() {
        return sentence + " · " + (dated ? visit.validAt() + " · " : "") + visit.position()
                + (root.isEmpty() ? "" : " · " + shortRoot());
    }

    /** The request for the rows in a form, which is named in the address because a link can't send a header. */
    public String rowsAs(String form) {
        return rows + (rows != null && rows.contains("?") ? "&" : "?") + RowForms.PARAMETER + "=" + form;
    }

    /** A name for the file of the rows, with both times. */
    public String rowsFile() {
        String path = rows == null ? "" : rows.replaceFirst("[?].*", "");
        return path.substring(path.lastIndexOf('/') + 1) + (dated ? "_on-" + visit.validAt() : "") + "_as-known-at-"
                + visit.position();
    }

    /** The first digits of the root. */
    public String shortRoot() {
        return root.substring(0, Math.min(SHORT, root.length()));
    }
}
