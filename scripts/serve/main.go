// Serve serves the built page, for a person to use and for the tests in a
// browser, and prints its address.
//
//	serve [-addr host:port] [folder]
//
// Without -addr it takes port 8080 of this computer, or a free one where that is
// taken. The folder is dist unless it is given.
package main

import (
	"errors"
	"flag"
	"fmt"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"
)

func main() {
	addr := flag.String("addr", "", "the address to listen at, as host:port; port 0 takes a free one")
	flag.Usage = func() {
		fmt.Fprintln(os.Stderr, "usage: serve [-addr host:port] [folder]")
		flag.PrintDefaults()
	}
	flag.Parse()
	dir := "dist"
	if flag.NArg() > 0 {
		dir = flag.Arg(0)
	}
	if err := serve(*addr, dir); err != nil {
		fmt.Fprintln(os.Stderr, "serve:", err)
		os.Exit(1)
	}
}

func serve(addr, dir string) error {
	if _, err := os.Stat(filepath.Join(dir, "index.html")); err != nil {
		return fmt.Errorf("there is no page in %s: run make build first", dir)
	}
	listener, err := listen(addr)
	if err != nil {
		return err
	}
	fmt.Printf("http://%s/\n", listener.Addr())
	server := &http.Server{Handler: handler(dir), ReadHeaderTimeout: 10 * time.Second}
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

func listen(addr string) (net.Listener, error) {
	if addr != "" {
		return net.Listen("tcp", addr)
	}
	if listener, err := net.Listen("tcp", "localhost:8080"); err == nil {
		return listener, nil
	}
	return net.Listen("tcp", "localhost:0")
}

// The types of what the page is made of, whatever the computer's own table says:
// some tables know nothing of WebAssembly, or take scripts for plain text.
var types = map[string]string{
	".css":   "text/css; charset=utf-8",
	".html":  "text/html; charset=utf-8",
	".js":    "text/javascript; charset=utf-8",
	".json":  "application/json",
	".svg":   "image/svg+xml",
	".txt":   "text/plain; charset=utf-8",
	".wasm":  "application/wasm",
	".woff2": "font/woff2",
}

// handler serves the files of dir. Those in assets have names that change with
// what is in them and may be kept for ever, the others are asked for each time.
func handler(dir string) http.Handler {
	files := http.FileServer(http.Dir(dir))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if t := types[filepath.Ext(r.URL.Path)]; t != "" {
			w.Header().Set("Content-Type", t)
		}
		if strings.Contains(r.URL.Path, "/assets/") {
			w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
		} else {
			w.Header().Set("Cache-Control", "no-cache")
		}
		w.Header().Set("X-Content-Type-Options", "nosniff")
		files.ServeHTTP(w, r)
	})
}
