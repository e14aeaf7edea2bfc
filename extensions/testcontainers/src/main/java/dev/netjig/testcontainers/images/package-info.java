/**
 * Images for engines that reach no registry. An {@link dev.netjig.testcontainers.images.ImageCatalogue} knows for each name
 * where it is pulled from and what a stand-in of the same name is made of: packages of the machine's distribution, unpacked
 * without their scripts. {@link dev.netjig.testcontainers.images.Images} provides them to an engine.
 */
@NullMarked
package dev.netjig.testcontainers.images;

import org.jspecify.annotations.NullMarked;
