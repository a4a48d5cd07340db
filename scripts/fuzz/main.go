// Fuzz runs every fuzz target of the project for the same time each, and says
// which found something. Crashers are left in testdata, where they are tests from
// then on.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"time"
)

var target = regexp.MustCompile(`(?m)^func (Fuzz\w+)\(`)

func main() {
	log.SetFlags(0)
	log.SetPrefix("fuzz: ")
	each := flag.Duration("time", 10*time.Second, "how long each target runs")
	flag.Parse()
	failed := 0
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "node_modules" || d.Name() == "testdata") {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(path, "_test.go") {
			return nil
		}
		src, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for _, m := range target.FindAllSubmatch(src, -1) {
			if !run("./"+filepath.ToSlash(filepath.Dir(path)), string(m[1]), *each) {
				failed++
			}
		}
		return nil
	})
	if err != nil {
		log.Fatal(err)
	}
	if failed > 0 {
		log.Fatalf("%d targets found something", failed)
	}
}

// run fuzzes one target and reports whether it found nothing.
func run(pkg, name string, each time.Duration) bool {
	cmd := exec.Command("go", "test", pkg, "-run", "NONE", "-fuzz", "^"+name+"$", "-fuzztime", each.String(),
		// Else a minute goes by on each input that is new, for what runs is never quite the same.
		"-fuzzminimizetime", "1x")
	out, err := cmd.CombinedOutput()
	execs := "?"
	if i := bytes.LastIndex(out, []byte("execs: ")); i >= 0 {
		execs, _, _ = strings.Cut(string(out[i+len("execs: "):]), " ")
	}
	fmt.Printf("%-28s %-22s %s runs\n", pkg, name, execs)
	// A worker that is late when the time is over is no finding: nothing was written.
	if err != nil && bytes.Contains(out, []byte("context deadline exceeded")) && !bytes.Contains(out, []byte("Failing input")) {
		err = nil
	}
	if err != nil {
		os.Stdout.Write(out)
	}
	return err == nil
}
