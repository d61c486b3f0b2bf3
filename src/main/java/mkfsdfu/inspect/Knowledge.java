package mkfsdfu.inspect;

import mkfsdfu.board.BoardBuild;
import mkfsdfu.board.BoardCatalog;

/**
 * What helps to recognise what is in a file.
 *
 * @param catalog the boards
 * @param board the board that the file is for, or null to ask the firmware in it
 */
public record Knowledge(BoardCatalog catalog, BoardBuild board) {}
