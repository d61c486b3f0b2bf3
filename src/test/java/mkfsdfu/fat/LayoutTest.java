package mkfsdfu.fat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LayoutTest {
  private static final Geometry PYBOARD =
      GeometryRule.geometry(FormatRequest.asTheDriver(112 << 10, 512));

  @Test
  void countsClustersSlotsAndSlack() {
    Layout layout =
        layout(PYBOARD, TestTree.empty().file("d/a long name.txt", 513).file("e", 0).file("f", 1));
    // d holds two dot slots and three for the long name.
    assertThat(layout.clustersNeeded()).isEqualTo(1 + 2 + 1);
    assertThat(layout.slackBytes()).isEqualTo((512 - 5 * 32) + (1024 - 513) + (512 - 1));
    assertThat(layout.rootSlotsNeeded()).isEqualTo(1 + 3);
    assertThat(layout.fits()).isTrue();
  }

  @Test
  void countsWhatDoesNotFit() {
    Layout layout = layout(PYBOARD, TestTree.empty().file("huge", 200_000));
    assertThat(layout.clustersNeeded()).isEqualTo(391);
    assertThat(layout.fits()).isFalse();
  }

  @Test
  void growsDirectoriesByClusters() {
    TestTree tree = TestTree.empty();
    for (int i = 0; i < 14; i++) {
      tree.file("d/f" + i, 0);
    }
    // With the two dot slots that is one cluster to the last slot.
    assertThat(layout(PYBOARD, tree).clustersNeeded()).isEqualTo(1);
    assertThat(layout(PYBOARD, tree.file("d/more", 0)).clustersNeeded()).isEqualTo(2);
  }

  @Test
  void fitsToTheLastClusterAndRootSlot() {
    assertThat(layout(PYBOARD, TestTree.empty().file("a", 190 * 512)).fits()).isTrue();
    assertThat(layout(PYBOARD, TestTree.empty().file("a", 190 * 512 + 1)).fits()).isFalse();
    TestTree tree = TestTree.empty();
    for (int i = 0; i < 511; i++) {
      tree.file("f" + i, 0);
    }
    assertThat(layout(PYBOARD, tree).fits()).isTrue();
    assertThat(layout(PYBOARD, tree.file("more", 0)).fits()).isFalse();
  }

  @Test
  void laysOneTreeOutInSeveralGeometries() {
    NamedTree tree = TestTree.empty().file("d/a", 5000).named();
    Geometry large = GeometryRule.geometry(FormatRequest.asTheDriver(112 << 10, 4096));
    assertThat(Layout.of(tree, PYBOARD, VolumeLabel.NONE).clustersNeeded()).isEqualTo(1 + 10);
    assertThat(Layout.of(tree, large, VolumeLabel.NONE).clustersNeeded()).isEqualTo(1 + 2);
  }

  private static Layout layout(Geometry geometry, TestTree tree) {
    return Layout.of(tree.named(), geometry, VolumeLabel.of("PYBFLASH"));
  }
}
